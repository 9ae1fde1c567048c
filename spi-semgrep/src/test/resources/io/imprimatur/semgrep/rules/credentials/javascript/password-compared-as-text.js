async function login(users, name, password) {
  const user = await users.find(name);
  // ruleid: imprimatur.javascript.password-compared-as-text
  if (user.password === password) return user;
  // ruleid: imprimatur.javascript.password-compared-as-text
  if (user.password !== req.body.password) return null;
  // ok: imprimatur.javascript.password-compared-as-text
  if (await bcrypt.compare(password, user.password)) return user;
  // ok: imprimatur.javascript.password-compared-as-text
  if (form.password !== form.passwordConfirm) return null;
  return null;
}

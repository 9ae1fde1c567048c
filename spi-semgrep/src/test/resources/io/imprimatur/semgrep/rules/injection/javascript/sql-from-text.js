async function find(db, name, limit) {
  // ruleid: imprimatur.javascript.sql-from-text
  await db.query(`SELECT * FROM users WHERE name = '${name}'`);
  // ruleid: imprimatur.javascript.sql-from-text
  await db.query("SELECT * FROM users WHERE name = '" + name + "'");
  const sql = `DELETE FROM users WHERE name = '${name}'`;
  // ruleid: imprimatur.javascript.sql-from-text
  await db.execute(sql);
  // ok: imprimatur.javascript.sql-from-text
  await db.query("SELECT * FROM users WHERE name = $1", [name]);
  // ok: imprimatur.javascript.sql-from-text
  cache.get(`select ${name}`);
  const constant = "SELECT * FROM users LIMIT 10";
  // ok: imprimatur.javascript.sql-from-text
  return db.query(constant);
}

package shop

func login(user *User, password string, form Form) bool {
	// ruleid: imprimatur.go.password-compared-as-text
	if user.Password == password {
		return true
	}
	// ruleid: imprimatur.go.password-compared-as-text
	if user.Password != form.Password {
		return false
	}
	// ok: imprimatur.go.password-compared-as-text
	if form.Password != form.PasswordConfirm {
		return false
	}
	// ok: imprimatur.go.password-compared-as-text
	return bcrypt.CompareHashAndPassword(user.Hash, []byte(password)) == nil
}

package shop

func derive(password, salt []byte) {
	// ruleid: imprimatur.go.kdf-too-few-rounds
	one := pbkdf2.Key(password, salt, 4096, 32, sha256.New)
	// ruleid: imprimatur.go.kdf-too-few-rounds
	two, _ := bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ruleid: imprimatur.go.kdf-too-few-rounds
	three, _ := bcrypt.GenerateFromPassword(password, 5)
	// ok: imprimatur.go.kdf-too-few-rounds
	four := pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ok: imprimatur.go.kdf-too-few-rounds
	five, _ := bcrypt.GenerateFromPassword(password, 12)
}

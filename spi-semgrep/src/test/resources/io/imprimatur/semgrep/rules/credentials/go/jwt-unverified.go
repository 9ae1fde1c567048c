package shop

func userOf(token string) string {
	// ruleid: imprimatur.go.jwt-unverified
	parsed, _, _ := jwt.NewParser().ParseUnverified(token, claims)
	// ruleid: imprimatur.go.jwt-unverified
	other, _ := jwt.ParseInsecure([]byte(token))
	return parsed.Subject
}

func checkedUserOf(token string) string {
	// ok: imprimatur.go.jwt-unverified
	parsed, _ := jwt.ParseWithClaims(token, claims, key, jwt.WithValidMethods([]string{"RS256"}))
	return parsed.Subject
}

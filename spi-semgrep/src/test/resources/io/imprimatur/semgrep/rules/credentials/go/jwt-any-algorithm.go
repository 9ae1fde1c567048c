package shop

func tokens(token string, key []byte) {
	// ruleid: imprimatur.go.jwt-any-algorithm
	one, _ := jwt.Parse(token, func(t *jwt.Token) (interface{}, error) { return key, nil })
	// ruleid: imprimatur.go.jwt-any-algorithm
	two := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ok: imprimatur.go.jwt-any-algorithm
	three, _ := jwt.Parse(token, func(t *jwt.Token) (interface{}, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	// ok: imprimatur.go.jwt-any-algorithm
	four, _ := jwt.Parse(token, func(t *jwt.Token) (interface{}, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errMethod
		}
		return key, nil
	})
}

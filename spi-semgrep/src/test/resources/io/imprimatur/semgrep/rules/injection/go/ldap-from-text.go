package shop

import (
	"fmt"

	"github.com/go-ldap/ldap/v3"
)

func find(base, name string) {
	// ruleid: imprimatur.go.ldap-from-text
	one := ldap.NewSearchRequest(base, 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", name), nil, nil)
	// ruleid: imprimatur.go.ldap-from-text
	two := ldap.NewSearchRequest(base, 2, 0, 0, 0, false, "(uid="+name+")", nil, nil)
	// ok: imprimatur.go.ldap-from-text
	three := ldap.NewSearchRequest(base, 2, 0, 0, 0, false, fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(name)), nil, nil)
}

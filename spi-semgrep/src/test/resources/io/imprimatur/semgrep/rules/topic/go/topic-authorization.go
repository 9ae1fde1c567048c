package shop

// ruleid: imprimatur.go.topic-authorization
import "github.com/casbin/casbin/v2"

// ruleid: imprimatur.go.topic-authorization
func (s *Shop) HasPermission(user string) bool {
	return user == s.owner
}

// ok: imprimatur.go.topic-authorization
func AuthorOf(book Book) string {
	return book.Author
}

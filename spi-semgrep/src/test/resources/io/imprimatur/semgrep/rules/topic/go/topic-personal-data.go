package shop

// ruleid: imprimatur.go.topic-personal-data
import "github.com/nyaruka/phonenumbers"

type Person struct {
	// ruleid: imprimatur.go.topic-personal-data
	DateOfBirth string
	// ok: imprimatur.go.topic-personal-data
	DateOfSale string
}

// ruleid: imprimatur.go.topic-personal-data
func Anonymize(person *Person) {
	person.Clear()
}

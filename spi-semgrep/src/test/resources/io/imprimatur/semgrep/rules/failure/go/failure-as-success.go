package shop

import "log"

func load(path string) (*Item, error) {
	item, err := read(path)
	// ruleid: imprimatur.go.failure-as-success
	if err != nil {
		log.Println(err)
		return nil, nil
	}
	return item, nil
}

func save(item *Item) error {
	err := item.Save()
	// ruleid: imprimatur.go.failure-as-success
	if err != nil {
		return nil
	}
	return nil
}

func saveWell(item *Item) error {
	err := item.Save()
	// ok: imprimatur.go.failure-as-success
	if err != nil {
		return err
	}
	return nil
}

func find(path string) *Item {
	item, err := read(path)
	// ok: imprimatur.go.failure-as-success
	if err != nil {
		return nil
	}
	return item
}

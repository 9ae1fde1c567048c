package shop

func save(item Item) error {
	err := item.Save()
	// ruleid: imprimatur.go.failure-swallowed
	if err != nil {
	}
	// ruleid: imprimatur.go.failure-swallowed
	if err := item.Flush(); err != nil {
	}
	// ok: imprimatur.go.failure-swallowed
	if err := item.Notify(); err != nil {
		return err
	}
	return nil
}

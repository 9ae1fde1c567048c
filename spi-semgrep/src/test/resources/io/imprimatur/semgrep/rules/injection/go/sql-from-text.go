package shop

import (
	"context"
	"database/sql"
	"fmt"
)

func find(ctx context.Context, db *sql.DB, name string) {
	// ruleid: imprimatur.go.sql-from-text
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name))
	// ruleid: imprimatur.go.sql-from-text
	db.QueryRowContext(ctx, "SELECT * FROM users WHERE name = '"+name+"'")
	query := fmt.Sprintf("DELETE FROM users WHERE name = '%s'", name)
	// ruleid: imprimatur.go.sql-from-text
	db.Exec(query)
	// ok: imprimatur.go.sql-from-text
	db.Query("SELECT * FROM users WHERE name = $1", name)
	// ok: imprimatur.go.sql-from-text
	client.Get(fmt.Sprintf("/users/%s", name))
}

package shop

// ok: imprimatur.code.markdown-fence
// ```go is how a block of Go begins in Markdown.

// ruleid: imprimatur.code.markdown-fence
```go

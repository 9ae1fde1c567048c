# ok: imprimatur.code.markdown-fence
TEXT = "```python"
# ruleid: imprimatur.code.markdown-fence
```python
def total(items):
    return sum(items)
# ruleid: imprimatur.code.markdown-fence
```

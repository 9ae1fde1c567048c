# ok: imprimatur.text.merge-marker
LIMIT = 3
# <<<<<<< is what a conflict begins with
# ruleid: imprimatur.text.merge-marker
<<<<<<< HEAD
LIMIT = 4
=======
LIMIT = 5
# ruleid: imprimatur.text.merge-marker
>>>>>>> feature

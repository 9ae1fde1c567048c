import torch
from transformers import AutoModel

# ruleid: imprimatur.python.model-file-runs-code
one = torch.load("model.pt", weights_only=False)
# ruleid: imprimatur.python.model-file-runs-code
two = AutoModel.from_pretrained("someone/model", trust_remote_code=True)
# ok: imprimatur.python.model-file-runs-code
three = torch.load("model.pt", weights_only=True)
# ok: imprimatur.python.model-file-runs-code
four = AutoModel.from_pretrained("someone/model")

"""The guided form: which item comes next, what an input means, and the way back."""

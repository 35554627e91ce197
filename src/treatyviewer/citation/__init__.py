"""How a source is written: out of one item of CSL-JSON, for people to read."""

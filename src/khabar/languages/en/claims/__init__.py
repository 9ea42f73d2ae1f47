"""Claims: who said what. `finding` reads a sentence; each of the other rule files is one construction."""

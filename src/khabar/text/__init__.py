"""Characters to tokens: folding with offsets, words, sentences, paragraphs, quotation marks, posts, languages."""

"""Files to lines: text, Markdown, web pages, PDF and Word, each by a reader of its own."""

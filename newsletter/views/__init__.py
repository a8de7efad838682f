"""Pages for readers. Whoever holds the link may use it, and GET never changes anything."""

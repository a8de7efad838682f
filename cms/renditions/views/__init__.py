"""The print desk in the admin, by what people do there, and the public download of published PDFs."""

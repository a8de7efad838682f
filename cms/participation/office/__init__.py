"""The office's side: the inbox, decisions about ideas, surveys with their codes and results, who may read what."""

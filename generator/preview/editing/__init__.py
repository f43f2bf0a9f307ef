"""Records edited in the browser: their forms, what is checked before they are saved, and how they are saved."""

"""Floor 0, diagnostics: findings about content, their permanent codes, and how to show them."""

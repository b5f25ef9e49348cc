//! sentences: see ARCHITECTURE.md.

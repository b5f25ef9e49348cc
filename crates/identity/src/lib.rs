//! identity: see ARCHITECTURE.md.

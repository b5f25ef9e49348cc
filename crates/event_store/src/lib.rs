//! event_store: see ARCHITECTURE.md.

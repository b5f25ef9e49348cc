//! Carnets de bord, through the whole log.

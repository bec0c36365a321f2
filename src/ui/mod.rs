//! Paints: one panel a file; reads state, pushes commands.

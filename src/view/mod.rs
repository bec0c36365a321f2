//! What is to be shown, without a toolkit: rows, counts, styled runs, filters, where the eye should go.

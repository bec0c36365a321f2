//! Marks to quotations and terms; set-off blocks without marks.

use crate::model::{Article, Reading};

/// Fills [`Reading::quotations`] (without speakers) and [`Reading::terms`]; gives set-off blocks their role.
pub fn find(_article: &Article, _reading: &mut Reading) {}

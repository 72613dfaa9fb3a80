//! Workbooks that are not as we wrote them.

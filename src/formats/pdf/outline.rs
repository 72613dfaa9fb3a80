//! The outline that a reader shows beside the pages.

use lopdf::{Document, Object, ObjectId, dictionary};

use super::{meta::text, page::Entry, style::PAGE_HEIGHT};

/// An entry's place among the others.
#[derive(Clone, Copy, Default)]
struct Links {
    parent: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    kids: i64,
}

/// Adds the outline's objects; `None` without headings.
pub fn add(pdf: &mut Document, entries: &[Entry]) -> Option<ObjectId> {
    let links = links(entries);
    let (first, last) = (entries.iter().position(|_| true)?, links.iter().rposition(|links| links.parent.is_none())?);
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    let id = |index: usize| ids.get(index).map_or(Object::Null, |id| Object::Reference(*id));
    let mut open = 0;
    for ((entry, links), own) in entries.iter().zip(&links).zip(&ids) {
        let page = pages.get(entry.page).map_or(Object::Null, |id| Object::Reference(*id));
        let top = Object::Real((PAGE_HEIGHT - entry.y + 10.0).round());
        let target: Vec<Object> = vec![page, "XYZ".into(), Object::Null, top, Object::Null];
        let mut item = dictionary! {
            "Title" => text(&entry.text),
            "Parent" => links.parent.map_or(Object::Reference(root), id),
            "Dest" => target,
        };
        for (key, link) in
            [("First", links.first), ("Last", links.last), ("Prev", links.previous), ("Next", links.next)]
        {
            if let Some(link) = link {
                item.set(key, id(link));
            }
        }
        // The title shows its chapters; deeper entries are folded.
        let unfolded = links.parent.is_none();
        if links.kids > 0 {
            item.set("Count", if unfolded { links.kids } else { -links.kids });
        }
        open += i64::from(unfolded) * (1 + links.kids);
        pdf.set_object(*own, item);
    }
    pdf.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => id(first), "Last" => id(last), "Count" => open },
    );
    Some(root)
}

/// Finds parents and neighbours from the depths.
fn links(entries: &[Entry]) -> Vec<Links> {
    let mut out: Vec<Links> = Vec::with_capacity(entries.len());
    // The entries that are open at the moment, outermost first, each with its depth.
    let mut above: Vec<(u8, usize)> = Vec::new();
    let mut top: Option<usize> = None;
    for (index, entry) in entries.iter().enumerate() {
        while above.last().is_some_and(|(depth, _)| *depth >= entry.depth) {
            above.pop();
        }
        let parent = above.last().map(|(_, parent)| *parent);
        let previous = match parent {
            Some(parent) => out.get(parent).and_then(|links| links.last),
            None => top,
        };
        if let Some(previous) = previous.and_then(|previous| out.get_mut(previous)) {
            previous.next = Some(index);
        }
        match parent.and_then(|parent| out.get_mut(parent)) {
            Some(parent) => {
                parent.first.get_or_insert(index);
                parent.last = Some(index);
                parent.kids += 1;
            }
            None => top = Some(index),
        }
        out.push(Links { parent, previous, ..Links::default() });
        above.push((entry.depth, index));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_nested_by_their_depth() {
        let entry = |depth| Entry { depth, text: String::new(), page: 0, y: 0.0 };
        let links = links(&[entry(1), entry(2), entry(3), entry(2), entry(1)]);
        let parents: Vec<Option<usize>> = links.iter().map(|links| links.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0), None]);
        let kids: Vec<i64> = links.iter().map(|links| links.kids).collect();
        assert_eq!(kids, [2, 1, 0, 0, 0]);
        assert_eq!((links[0].next, links[1].next, links[3].previous), (Some(4), Some(3), Some(1)));
    }
}

//! The tags: the tree that screen readers follow, as PDF/UA-1 asks for it.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{
    PdfError,
    blocks::language_tag,
    meta::text,
    page::{Kid, Layout, Node, Role},
};

/// The PDF name of a role.
pub fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::Head => "THead",
        Role::Rows => "TBody",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Data => "TD",
        Role::Figure { .. } => "Figure",
        Role::Note => "Div",
        Role::Foreign { .. } => "Span",
        Role::Link => "Link",
    }
}

/// Turns a failure of the library into ours.
pub fn failed(error: impl std::fmt::Display) -> PdfError {
    PdfError::Library(error.to_string())
}

/// The ids that tags refer to.
struct Ids {
    pages: Vec<ObjectId>,
    nodes: Vec<ObjectId>,
    /// Areas of links with their pages.
    areas: Vec<(ObjectId, ObjectId)>,
}

/// Adds the structure tree, the links and the parent tree.
pub fn tag(pdf: &mut Document, layout: &Layout) -> Result<(), PdfError> {
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let nodes = layout.tree.nodes.iter().map(|_| pdf.new_object_id()).collect();
    let on = layout.areas.iter().filter_map(|area| pages.get(area.page));
    let areas = on.map(|page| (pdf.new_object_id(), *page)).collect();
    let ids = Ids { pages, nodes, areas };
    if ids.pages.len() != layout.pages.len() {
        return Err(PdfError::Library(format!("{} pages became {}", layout.pages.len(), ids.pages.len())));
    }
    let root = pdf.new_object_id();
    for (node, id) in layout.tree.nodes.iter().zip(&ids.nodes) {
        let parent = match node.parent {
            None => Some(root),
            Some(parent) => ids.nodes.get(parent).copied().filter(|_| node.is_attached()),
        };
        if let Some(parent) = parent {
            pdf.set_object(*id, element(node, parent, &ids));
        }
    }
    tag_pages(pdf, layout, &ids)?;
    add_areas(pdf, layout, &ids);
    let parent_tree = parent_tree(pdf, layout, &ids);
    let document = ids.nodes.first().copied().ok_or_else(|| PdfError::Library("no root node".to_owned()))?;
    let next = i64::try_from(layout.pages.len() + layout.areas.len()).unwrap_or(i64::MAX);
    pdf.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => document,
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next,
        },
    );
    let catalog = pdf.catalog_mut().map_err(failed)?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// A node as structure element.
fn element(node: &Node, parent: ObjectId, ids: &Ids) -> Dictionary {
    let mut element = dictionary! { "Type" => "StructElem", "S" => name(&node.role), "P" => parent };
    let page = node.kids.iter().find_map(|kid| match kid {
        Kid::Mark { page, .. } => Some(*page),
        _ => None,
    });
    if let Some(page) = page.and_then(|page| ids.pages.get(page)) {
        element.set("Pg", *page);
    }
    let mut kids: Vec<Object> = node.kids.iter().filter_map(|kid| kid_object(kid, page, ids)).collect();
    // Some readers expect a lone kid without an array around it.
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    match &node.role {
        Role::List { ordered } => {
            let numbering = if *ordered { "Decimal" } else { "Disc" };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Role::ColumnHead => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHead => element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::Figure { alt, area } => {
            element.set("Alt", text(alt));
            let area: Vec<Object> = area.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
            element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area });
        }
        Role::Foreign { language } => {
            if let Some(language) = language_tag(language) {
                element.set("Lang", text(&language));
            }
        }
        _ => {}
    }
    element
}

/// A kid as it stands in its element; `own` is the page that marks are on unless they say another.
fn kid_object(kid: &Kid, own: Option<usize>, ids: &Ids) -> Option<Object> {
    match kid {
        Kid::Node(node) => ids.nodes.get(*node).map(|id| Object::Reference(*id)),
        Kid::Mark { page, mark } => {
            let mark = i64::try_from(*mark).ok()?;
            if Some(*page) == own {
                return Some(Object::Integer(mark));
            }
            let page = *ids.pages.get(*page)?;
            Some(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mark }.into())
        }
        Kid::Area(area) => {
            let (area, page) = *ids.areas.get(*area)?;
            Some(dictionary! { "Type" => "OBJR", "Obj" => area, "Pg" => page }.into())
        }
    }
}

/// Each page knows its row of the parent tree, its links, and that the tab key follows the tags.
fn tag_pages(pdf: &mut Document, layout: &Layout, ids: &Ids) -> Result<(), PdfError> {
    let mut links: Vec<Vec<Object>> = vec![Vec::new(); ids.pages.len()];
    for (area, (id, _)) in layout.areas.iter().zip(&ids.areas) {
        if let Some(links) = links.get_mut(area.page) {
            links.push(Object::Reference(*id));
        }
    }
    for (index, (id, links)) in ids.pages.iter().zip(links).enumerate() {
        let page = pdf.get_dictionary_mut(*id).map_err(failed)?;
        page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
        page.set("Tabs", "S");
        if links.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", links);
        }
    }
    Ok(())
}

/// The areas of links.
fn add_areas(pdf: &mut Document, layout: &Layout, ids: &Ids) {
    for (index, (area, (id, page))) in layout.areas.iter().zip(&ids.areas).enumerate() {
        let edges: Vec<Object> = area.edges.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
        let border: Vec<Object> = vec![0.into(), 0.into(), 0.into()];
        let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(address(&area.url)) };
        let link = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => edges,
            "Border" => border,
            "P" => *page,
            // Printed as well.
            "F" => 4,
            "Contents" => text(&area.text),
            "StructParent" => i64::try_from(ids.pages.len() + index).unwrap_or(i64::MAX),
            "A" => action,
        };
        pdf.set_object(*id, link);
    }
}

/// An address as PDF allows it: ASCII, everything else as percent signs and numbers.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'!'..=b'~' if !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}') => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// From marks and links back to the nodes they belong to.
fn parent_tree(pdf: &mut Document, layout: &Layout, ids: &Ids) -> ObjectId {
    let node = |node: usize| ids.nodes.get(node).map_or(Object::Null, |id| Object::Reference(*id));
    let mut numbers = Vec::with_capacity((layout.pages.len() + layout.areas.len()) * 2);
    for (index, page) in layout.pages.iter().enumerate() {
        let marks: Vec<Object> = page.marks.iter().map(|mark| node(*mark)).collect();
        numbers.push(i64::try_from(index).unwrap_or(i64::MAX).into());
        numbers.push(Object::Reference(pdf.add_object(marks)));
    }
    for (index, area) in layout.areas.iter().enumerate() {
        numbers.push(i64::try_from(ids.pages.len() + index).unwrap_or(i64::MAX).into());
        numbers.push(node(area.node));
    }
    pdf.add_object(dictionary! { "Nums" => numbers })
}

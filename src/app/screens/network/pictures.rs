//! The network as a picture, and on a map.

use super::{NetworkScreen, found};
use crate::app::screens::organisations::words;
use crate::app::shared::Shared;
use crate::app::theme::Icon;
use crate::app::widgets::graph::{Edge, NetworkPicture, Node};
use crate::app::widgets::map::{Chosen, Form, Kind as MarkerKind, Marker, WorldMap, middle};
use crate::domain::Id;
use crate::domain::organisation::OrganisationKind;
use crate::store::network::Neighbourhood;
use egui::Ui;

/// The icon of a kind of organisation.
pub(super) fn icon(kind: OrganisationKind) -> Icon {
    match kind {
        OrganisationKind::Partner => Icon::Building,
        OrganisationKind::DiasporaAssociation => Icon::Language,
        OrganisationKind::Ngo => Icon::Heart,
        OrganisationKind::CivilSociety => Icon::People,
        OrganisationKind::LocalAuthority => Icon::TownHall,
        OrganisationKind::Company => Icon::Factory,
        OrganisationKind::University => Icon::Cap,
        OrganisationKind::Funder => Icon::Money,
    }
}

/// The form of a kind of organisation on the map.
fn form(kind: OrganisationKind) -> Form {
    match kind {
        OrganisationKind::Partner => Form::Circle,
        OrganisationKind::DiasporaAssociation => Form::Diamond,
        OrganisationKind::Ngo => Form::Triangle,
        OrganisationKind::CivilSociety => Form::Down,
        OrganisationKind::LocalAuthority => Form::Square,
        OrganisationKind::Company => Form::Bar,
        OrganisationKind::University => Form::Star,
        OrganisationKind::Funder => Form::Ring,
    }
}

impl NetworkScreen {
    /// The one in the middle with its links.
    pub(super) fn as_picture(&mut self, ui: &mut Ui, shared: &mut Shared, around: &Neighbourhood) {
        let (Some(middle), texts) = (self.middle, &shared.texts) else { return };
        let nodes: Vec<Node<'_>> = around
            .organisations
            .iter()
            .map(|node| Node {
                id: node.id,
                label: &node.name,
                kind: words::organisation_kind(texts, node.kind),
                icon: icon(node.kind),
                ceased: node.ceased,
            })
            .collect();
        let edges: Vec<Edge<'_>> = around
            .links
            .iter()
            .map(|link| Edge {
                from: link.of,
                to: link.to,
                kind: words::link_to(texts, link.kind),
                back: words::link_from(texts, link.kind),
                over: link.over,
            })
            .collect();
        let done = NetworkPicture::new(texts, middle, &nodes, &edges).show(ui, &mut self.picture);
        if let Some(center) = done.center_on {
            self.choose(center);
        }
    }

    /// The organisations of the list where they are.
    pub(super) fn on_map(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        let lines = self.lines.value().map(Vec::as_slice).unwrap_or_default();
        let kinds: Vec<MarkerKind<'_>> = OrganisationKind::ALL
            .iter()
            .map(|kind| MarkerKind {
                name: words::organisation_kind(texts, *kind),
                form: form(*kind),
                tone: found::tone(*kind),
            })
            .collect();
        let placed: Vec<(Id, Marker<'_>)> = lines
            .iter()
            .filter_map(|line| {
                let kind = OrganisationKind::ALL.iter().position(|kind| *kind == line.kind)?;
                let position = line.position.or_else(|| line.country.and_then(middle))?;
                Some((line.id, Marker { position, label: &line.name, kind }))
            })
            .collect();
        let markers: Vec<Marker<'_>> = placed.iter().map(|(_, marker)| *marker).collect();
        let at = placed.iter().position(|(id, _)| Some(*id) == self.middle);
        let selected = at.map(|place| Chosen::Markers(vec![place]));
        let map = WorldMap::new(texts).markers(&kinds, &markers).selected(selected.as_ref());
        let chosen = match map.show(ui, &mut self.map).chosen {
            Some(Chosen::Markers(places)) => places.first().and_then(|place| placed.get(*place)).map(|(id, _)| *id),
            _ => None,
        };
        if let Some(chosen) = chosen {
            self.choose(chosen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_organisation_has_an_icon_and_a_form_of_its_own() {
        let kinds = OrganisationKind::ALL;
        for (place, kind) in kinds.iter().enumerate() {
            for other in &kinds[..place] {
                assert_ne!(icon(*kind), icon(*other), "{kind:?} and {other:?}");
                assert_ne!(form(*kind), form(*other), "{kind:?} and {other:?}");
            }
        }
    }
}

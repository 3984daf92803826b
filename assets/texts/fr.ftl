# Sojourn en français. Une phrase seule n'a pas de point final ; « ... » quand un bouton ouvre un dialogue.

## Mois et jours

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lun.
weekday-short-2 = mar.
weekday-short-3 = mer.
weekday-short-4 = jeu.
weekday-short-5 = ven.
weekday-short-6 = sam.
weekday-short-7 = dim.

## Champs et listes

cancel = Annuler
field-required = À remplir
number-not-a-number = N'est pas un nombre entier
number-out-of-range = Doit aller de { $from } à { $to }
date-not-a-date = N'est pas une date : essayez 14 mai 1985, 2027-01-10 ou +3m
date-no-such-day = Ce mois n'a pas ce jour
date-month = Mois
date-previous-month = Mois précédent
date-next-month = Mois suivant
date-open-month = Choisir un jour
date-today = Aujourd'hui
date-none = Pas de date
search-empty = Vider la recherche
picker-filter = Taper pour trouver
picker-none-found = Rien de trouvé
tags-add = Ajouter
tags-remove = Retirer { $name }
table-name = { $name }, { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}
table-row = { $label }, ligne { $number } sur { $of }
table-choose-all = Tout choisir
toast-close = Fermer le message

## Commandes

command-group-go = Aller à
command-group-record = Fiches
command-group-file = Fichiers
command-group-edit = Annuler et chercher
command-group-window = Fenêtre
command-home = Accueil
command-home-tip = Ce qui vous attend aujourd'hui
command-volunteers = Volontaires
command-volunteers-tip = Tous les volontaires
command-organisations = Organisations
command-organisations-tip = Les partenaires et le reste du réseau
command-placements = Affectations
command-placements-tip = Les postes chez les partenaires
command-missions = Missions
command-missions-tip = Qui sert où, et quand
command-calendar = Calendrier
command-calendar-tip = Les missions mois par mois
command-import-export = Importer et exporter
command-import-export-tip = Tableurs, calendriers, sauvegardes
command-history = Historique
command-history-tip = Chaque modification, et son auteur
command-settings = Paramètres
command-settings-tip = Langue, thème, limites du bureau
command-new-volunteer = Nouveau volontaire
command-new-volunteer-tip = Ajouter une personne
command-new-organisation = Nouvelle organisation
command-new-organisation-tip = Ajouter un partenaire ou un autre acteur
command-new-placement = Nouvelle affectation
command-new-placement-tip = Ajouter un poste chez un partenaire
command-delete-record = Supprimer
command-delete-record-tip = Supprimer ce qui est choisi ; Annuler le ramène
command-import = Importer...
command-import-tip = Reprendre un tableur
command-export-list = Exporter la liste...
command-export-list-tip = Écrire la liste dans un tableur
command-export-calendar = Exporter le calendrier...
command-export-calendar-tip = Écrire les missions dans un fichier de calendrier
command-backup = Sauvegarder...
command-backup-tip = Écrire une copie du fichier du bureau
command-new-office = Nouveau bureau...
command-new-office-tip = Commencer un fichier de bureau vide
command-open-office = Ouvrir...
command-open-office-tip = Ouvrir un fichier de bureau
command-sample-office = Ouvrir le bureau d'exemple
command-sample-office-tip = Des personnes inventées pour essayer
command-close-office = Fermer le bureau
command-close-office-tip = Retour à la page de départ
command-undo = Annuler
command-undo-tip = Reprendre la dernière modification
command-redo = Rétablir
command-redo-tip = Refaire ce qui a été annulé
command-palette = Chercher personnes, affectations, commandes
command-palette-tip = Tout trouver, et tout faire, en tapant
command-find-in-list = Chercher dans la liste
command-find-in-list-tip = Aller au champ de recherche de la liste
command-help = Aide
command-help-tip = Premiers pas et tous les raccourcis
command-switch-language = Changer de langue
command-switch-language-tip = Anglais ou français, tout de suite
command-toggle-theme = Clair ou sombre
command-toggle-theme-tip = Passer du thème clair au thème sombre
command-zoom-in = Plus grand
command-zoom-in-tip = Tout en plus grand
command-zoom-out = Plus petit
command-zoom-out-tip = Tout en plus petit
command-zoom-reset = Taille habituelle
command-zoom-reset-tip = Tout comme au début
command-quit = Quitter
command-quit-tip = Tout est déjà enregistré

## Palette et aide

palette-placeholder = Taper un nom ou une commande
palette-commands = Commandes
palette-found = Trouvé
palette-nothing = Rien de trouvé
help-title = Aide
help-shortcuts = Raccourcis
help-first-steps = Premiers pas
help-step-1 = Ouvrez le bureau d'exemple pour regarder, ou créez le vôtre avec Nouveau bureau...
help-step-2 = Reprenez vos tableurs : chaque colonne est reliée à un champ, et vous voyez chaque ligne avant qu'elle n'entre
help-step-3 = Choisissez une affectation et voyez qui convient, avec les raisons pour et contre
help-step-4 = Placez quelqu'un : la mission apparaît sur le calendrier
help-step-5 = Envoyez des listes, le calendrier ou une sauvegarde au siège
help-note = Tout est enregistré au fur et à mesure, et tout peut être annulé, même après un redémarrage
help-keys-lists = Dans les listes
help-keys-lists-text = Les flèches et les touches de page déplacent ; Maj et Ctrl en choisissent plusieurs ; Entrée ouvre ; taper trouve ; Ctrl+C copie des lignes pour un tableur
help-keys-fields = Dans les champs
help-keys-fields-text = Entrée ou Tab termine, Échap rétablit ; les dates se tapent 14 mai 1985, 14/5/85, demain ou +3m ; Alt+Bas ouvre le mois

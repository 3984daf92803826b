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
command-placements = Postes
command-placements-tip = Les postes chez les partenaires
command-missions = Missions
command-missions-tip = Qui sert où, et quand
command-network = Réseau
command-network-tip = Qui est lié à qui, et qui a quoi
command-practices = Pratiques
command-practices-tip = Ce qui a marché, où et pourquoi
command-calendar = Calendrier
command-calendar-tip = Les missions mois par mois
command-import-export = Import et export
command-import-export-tip = Tableurs, calendriers, sauvegardes
command-history = Historique
command-history-tip = Chaque modification, et son auteur
command-settings = Paramètres
command-settings-tip = Langue, thème, limites du bureau
command-new-volunteer = Nouveau volontaire
command-new-volunteer-tip = Ajouter une personne
command-new-organisation = Nouvelle organisation
command-new-organisation-tip = Ajouter un partenaire ou un autre acteur
command-new-placement = Nouveau poste
command-new-placement-tip = Ajouter un poste chez un partenaire
command-new-practice = Nouvelle pratique
command-new-practice-tip = Noter ce qui a marché
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
command-restore-backup = Restaurer une sauvegarde...
command-restore-backup-tip = Reprendre à partir d'une sauvegarde, à la place d'un fichier perdu ou abîmé
command-new-office = Nouveau bureau...
command-new-office-tip = Commencer un fichier de bureau vide
command-invited-office = Nouveau bureau invité...
command-invited-office-tip = Commencer le fichier du bureau que le siège a invité
command-open-office = Ouvrir...
command-open-office-tip = Ouvrir un fichier de bureau
command-sample-office = Ouvrir le bureau d'exemple
command-sample-office-tip = Des personnes inventées pour essayer
command-close-office = Fermer le bureau
command-close-office-tip = Retour à la page de départ
command-lock-office = Verrouiller le bureau
command-lock-office-tip = Fermer le fichier jusqu'à la saisie de sa phrase secrète
command-undo = Annuler
command-undo-tip = Reprendre la dernière modification
command-redo = Rétablir
command-redo-tip = Refaire ce qui a été annulé
command-palette = Chercher personnes, postes, commandes
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
palette-nothing = Rien de trouvé
help-title = Aide
help-shortcuts = Raccourcis
help-first-steps = Premiers pas
help-step-1 = Ouvrez le bureau d'exemple pour regarder, ou créez le vôtre avec Nouveau bureau...
help-step-2 = Reprenez vos tableurs : chaque colonne est reliée à un champ, et vous voyez chaque ligne avant qu'elle n'entre
help-step-3 = Choisissez un poste et voyez qui convient, avec les raisons pour et contre
help-step-4 = Placez quelqu'un : la mission apparaît sur le calendrier
help-step-5 = Envoyez des listes, le calendrier ou une sauvegarde au siège
help-note = Tout est enregistré au fur et à mesure, et tout peut être annulé, même après un redémarrage
help-keys-lists = Dans les listes
help-keys-lists-text = Les flèches et les touches de page déplacent ; Maj et Ctrl en choisissent plusieurs ; Entrée ouvre ; taper trouve ; Ctrl+C copie des lignes pour un tableur
help-keys-fields = Dans les champs
help-keys-fields-text = Entrée ou Tab termine, Échap rétablit ; les dates se tapent 14 mai 1985, 14/5/85, demain ou +3m ; Alt+Bas ouvre le mois

## The shell

all-kept = Tout est enregistré
keeping = En cours...
undo = Annuler l'action
redo = Rétablir
undo-what = Annuler : { $what }
undone = Annulé : { $what }
redone = Rétabli : { $what }
no-backup = Pas encore de sauvegarde
backup-today = Sauvegarde aujourd'hui { $time }
backup-on = Sauvegarde du { $day }
backed-up = Sauvegarde écrite dans { $path }
search-everything = Chercher personnes, postes, commandes
making-sample = Création du bureau d'exemple

## Start page and new office

start-what = Placement de volontaires qualifiés : qui va où, quand et pourquoi, dans un fichier sur cet ordinateur
start-sample-note = Personnes, partenaires et missions inventés pour découvrir
start-new-note = Commencer avec un bureau vide et vos propres tableaux
start-invited-note = Avec le fichier d'invitation du siège
start-open-note = Un fichier de bureau sur cet ordinateur ou une clé
start-restore-note = À partir d'une copie, si le fichier est perdu ou abîmé
start-recent = Bureaux récents
new-office-title = Nouveau bureau
new-office-confirm = Choisir où le garder...
new-office-needs = Il faut un nom et un pays
new-office-protect = Protéger ce fichier par une phrase secrète
new-office-protect-note = Recommandé : qui prend l'ordinateur ne peut alors pas le lire

passphrase-text = Une phrase secrète protège ce bureau
passphrase-label = Phrase secrète
passphrase-open = Ouvrir
passphrase-wrong = La phrase secrète est fausse, les majuscules comptent
passphrase-lost = Phrase secrète perdue...
passphrase-leave = Un autre bureau
passphrase-new = Nouvelle phrase secrète
passphrase-again = Encore une fois
passphrase-before = Phrase secrète actuelle
passphrase-short = Au moins { $least } caractères : quelques mots à la suite sont longs, et faciles à retenir
passphrase-differs = Les deux ne sont pas identiques

recovery-title = Phrase secrète perdue
recovery-text = Le siège peut la rétablir par deux petits fichiers, si le bureau y était déjà relié. Écrivez une demande, envoyez le fichier au siège, et lisez-lui son code au téléphone.
recovery-request = Écrire la demande...
recovery-asked = Le code de la demande est { $code }
recovery-then = Quand la réponse du siège est arrivée
recovery-answer = Prendre la réponse...
recovery-head-office = Un bureau a perdu sa phrase secrète
recovery-head-office-text = Il vous envoie une demande. Téléphonez-lui avant de renvoyer la réponse : qui a la réponse peut ouvrir le fichier.
recovery-head-office-answer = Répondre à une demande...
recovery-answered = La réponse pour { $office } est { $path }. Ne l'envoyez que si l'on vous lit le code { $code }.
office-name = Nom
office-country = Pays
office-role = Rôle
choose-country = Choisir un pays
role-country-office = Bureau national
role-head-office = Siège

## Choosing files

file-open-office = Ouvrir un fichier de bureau
file-new-office = Où garder le fichier du bureau
file-import = Choisir un tableau à importer
file-export-list = Où écrire la liste
file-export-calendar = Où écrire le calendrier
file-plan = Exporter le plan
file-print-calendar = Où imprimer le calendrier
file-holidays = Choisir un calendrier de jours fériés
file-recovery-request = Écrire la demande au siège
file-recovery-question = Choisir la demande du bureau
file-recovery-answer = Choisir la réponse du siège
file-proposal = Imprimer la proposition
file-backup = Où écrire la sauvegarde
file-restore-from = Choisir une sauvegarde
file-restore-to = Où mettre le fichier restauré
file-rejected = Où écrire les lignes refusées
file-path = Fichier
file-path-note = Tapez un chemin, ou choisissez ci-dessous
file-open = Ouvrir
file-save = Enregistrer

## Lists

find-in-list = Chercher dans la liste
import-ellipsis = Importer...
filter-clear = Effacer les filtres
list-shown = { $shown } sur { $all } affichés
list-chosen = { $count } sélectionnés
list-received = modifié par un fichier reçu
list-reading = Lecture...
list-nothing-fits = Rien ne correspond à cette recherche et à ces filtres
column-name = Nom
new-volunteer-name = Nouveau volontaire
new-organisation-name = Nouvelle organisation
new-practice-title = Nouvelle pratique
new-placement-title = Nouveau poste
empty-volunteers = Pas encore de volontaires
empty-volunteers-text = Importez le tableau que vous avez, ou ajoutez la première personne à la main
empty-organisations = Pas encore d'organisations
empty-organisations-text = Partenaires, associations, autorités, bailleurs : importez un tableau ou ajoutez la première
empty-placements = Pas encore de postes
empty-placements-text = Importez le registre des postes que vous avez, ou rédigez le premier poste
empty-missions = Pas encore de missions
empty-missions-text = Choisissez un poste, regardez ses candidats et placez quelqu'un
empty-practices = Aucune pratique pour l’instant
empty-practices-text = Notez ce qui a marché, où et pourquoi, pour que d’autres puissent le refaire

## Words of the domain

kind-volunteer = volontaire
kind-organisation = organisation
kind-placement = poste
kind-mission = mission
kind-practice = pratique
kind-office = bureau
standing-applied = candidat
standing-assessed = évalué
standing-ready = prêt
standing-resting = en pause
standing-refused = refusé
standing-left = parti
stage-proposed = proposée
stage-with-partner = chez le partenaire
stage-offered = offerte
stage-accepted = acceptée
stage-preparing = en préparation
stage-serving = en service
stage-completed = terminée
stage-ended-early = interrompue
stage-declined = déclinée
stage-cancelled = annulée
status-draft = brouillon
status-submitted = soumis
status-changes-asked = à revoir
status-approved = approuvé
status-open = ouvert
status-filled = pourvu
status-closed = clos
status-cancelled = annulé
priority-urgent = urgent
priority-normal = normal
priority-low = peu pressé
level-native = langue maternelle
level-native-short = natif

## What an edit did

op-auto = modification
op-new-office = nouveau bureau { $name }
op-added = ajout : { $kind } { $name }
op-removed = suppression : { $kind } { $name }
op-set = { $field } de { $name } : { $to }
op-cleared = { $field } de { $name } effacé, était { $from }
op-changed = { $field } de { $name } : de { $from } à { $to }
op-changed-many = { $count } changements pour { $name }
op-changed-records = { $count } fiches modifiées
op-placed = { $volunteer } placé comme { $placement }, du { $first } au { $last }
op-stepped = { $volunteer }, { $placement } : { $stage }
op-moved = { $volunteer }, { $placement } : déplacée, du { $first } au { $last }
op-extended = { $volunteer }, { $placement } : prolongée jusqu'au { $last }
op-reassigned = { $volunteer } : passe de { $from } à { $to }
op-accepted = { $count ->
    [one] { $count } personne proposée
   *[other] { $count } personnes proposées
} pour des postes
op-decided = { $volunteer }, { $placement } : { $decision }
op-until = { $what } jusqu'au { $day }
op-undecided = { $volunteer }, { $placement } : retiré ({ $decision })
op-set-templates = jalons des missions
op-set-holidays = jours fériés de { $country } : { $count } de plus
op-removed-holidays = jours fériés de { $country } : { $count } enlevés
op-set-matching = réglages de l'appariement
op-imported = import de { $file } : { $added ->
    [one] { $added } ligne nouvelle
   *[other] { $added } lignes nouvelles
} ({ $kind })
op-imported-updated = import de { $file } : { $added ->
    [one] { $added } ligne nouvelle
   *[other] { $added } lignes nouvelles
}, { $updated ->
    [one] { $updated } mise à jour
   *[other] { $updated } mises à jour
} ({ $kind })
op-sampled = bureau d'exemple : { $volunteers } volontaires, { $placements } postes, { $missions } missions
op-undid = annulation : { $what }
op-erased = { $reference } effacé
op-linked = relié à { $name }
op-settled = { $count ->
    [one] un conflit tranché
   *[other] { $count } conflits tranchés
}
op-redid = rétablissement : { $what }
op-merged = { $gone } fusionné dans { $kept }
op-not-same = { $one } et { $other } sont deux personnes

## What is refused, and what to do

refused-not-there = Il n'y a pas de fichier { $path }
hint-not-there = cherchez-le sous un autre nom, ou branchez le disque où il se trouve
refused-folder = { $path } est un dossier
hint-office-file = choisissez un fichier en .sojourn
refused-already-there = { $path } existe déjà
hint-already-there = choisissez un autre nom, ou ouvrez le fichier existant
refused-not-an-office = { $path } n'est pas un fichier de bureau
hint-not-an-office = choisissez un fichier en .sojourn, et importez les tableaux avec Importer
refused-newer = { $path } a été écrit par un Sojourn plus récent
hint-newer = installez le programme plus récent, rien n'a été modifié
refused-open = { $path } est ouvert sur { $holder }
hint-open = fermez-le d'abord là-bas
refused-permission = Pas le droit d'écrire { $path }
hint-permission = copiez le fichier dans un dossier à vous, ou demandez à qui s'occupe de cet ordinateur
refused-not-a-folder = { $path } est à la place du dossier des sauvegardes
refused-disk-full = Le disque est plein
hint-not-a-folder = donnez un autre nom à ce fichier ; d'ici là, aucune sauvegarde n'est possible
hint-disk-full = libérez de la place et réessayez, rien n'est perdu
refused-pulled-away = { $path } a été retiré ou remplacé pendant qu'il était ouvert
hint-pulled-away = remettez-le, ou écrivez une sauvegarde ailleurs, rien n'est plus écrit d'ici là
refused-locked = { $path } est protégé par une phrase secrète
hint-locked = ouvrez-le et saisissez la phrase secrète
refused-wrong-passphrase = La phrase secrète est fausse
hint-wrong-passphrase = saisissez-la de nouveau, les majuscules comptent
refused-short-passphrase = Une phrase secrète a au moins { $least } caractères
hint-short-passphrase = quelques mots à la suite sont longs, et faciles à retenir
refused-key-file-missing = Le fichier de clé { $path } manque
hint-key-file-missing = un fichier de bureau et son fichier de clé vont ensemble, copiez les deux, ou prenez le fichier de clé à côté d'une sauvegarde
refused-key-file = { $path } ne peut pas être utilisé
hint-key-file = demandez-le de nouveau, ou prenez la copie à côté de la sauvegarde la plus récente
refused-not-protected = { $path } n'est pas protégé par une phrase secrète
refused-no-recovery = Le siège n'a pas de clé de ce fichier de bureau
hint-no-recovery = une phrase secrète ne se récupère que pour un bureau qui était déjà relié au siège
refused-not-asked = Rien n'a été demandé ici pour { $path }, ou la réponse a déjà servi
hint-not-asked = portez la réponse à l'ordinateur où la demande a été faite, ou demandez de nouveau
refused-damaged = Le fichier du bureau est endommagé ({ $what })
hint-damaged = ouvrez la sauvegarde la plus récente
refused-no-record = Il n'y a pas de { $kind } { $wanted }
refused-several-records = Plusieurs fiches ont la référence { $wanted } ({ $kind })
refused-not-a-value = { $field } ne peut pas être { $value }
hint-not-a-value = écrivez la valeur comme les autres sont écrites
refused-erased = { $who } a été effacé
hint-erased = ce qui est compté reste ; rien d'autre n'est gardé de cette personne
refused-not-linked = Ce bureau n'est pas relié à celui-là
hint-same-person = choisissez deux fiches
hint-not-linked = le siège invite un bureau ; le bureau ouvre l'invitation
refused-same-person = { $name } est indiqué deux fois
refused-nothing-to-undo = Il n'y a rien à annuler
refused-nothing-to-redo = Il n'y a rien à rétablir
refused-changed-since = { $what } a été modifié depuis
hint-changed-since = regardez son historique, et modifiez à la main
refused-cancelled = Annulé, rien n'a été modifié
refused-system = Le fichier n'a pas pu être lu ou écrit ({ $what })
hint-check = réessayez
rule-no-name = Il faut un nom
rule-birth-date = Né le { $birth } : c'est impossible, merci de corriger
rule-last-before-first = Le dernier jour { $last } précède le premier jour { $first }
rule-too-young = { $age } ans le premier jour { $day }, { $least } au moins
rule-too-old = { $age } ans le dernier jour { $day }, { $most } au plus
rule-too-short = { $days } jours : une mission dure au moins { $least } semaines
rule-too-long = { $weeks } semaines en tout : une mission dure au plus { $most } semaines
rule-double-booked = Déjà en mission { $other } du { $first } au { $last }
rule-free = libre du { $first } au { $last }
rule-skill-level = Niveau { $level } : l'échelle va de 1 à 4
rule-weeks = { $least } à { $most } semaines : une mission dure { $limit_least } à { $limit_most } semaines
rule-places = { $filled } places sur { $places } pourvues ailleurs
rule-no-free-place = aucune place n'est libre, les { $places } sont prises
rule-step = Une mission { $from } ne peut pas devenir { $to }
rule-same-name = Deux jalons s'appellent « { $name } »
rule-step-in-future = Le { $on } n'est pas encore là, nous sommes le { $today }
rule-step-before = Le { $on } est avant la dernière étape, faite le { $last }
rule-not-begun = La mission commence le { $first }, pas le { $on } : déplacez son premier jour, ou faites l'étape ce jour-là
rule-not-over = La mission finit le { $last }, pas le { $on } : mettez-y fin plus tôt, ou faites l'étape le dernier jour
rule-not-extendable = Une mission « { $stage } » ne peut pas être prolongée
rule-not-later = La mission finit le { $last }, le { $to } n'est pas plus tard
rule-not-funded = Financée jusqu'au { $until }, mais elle finirait le { $to }
rule-total-weeks = { $served } semaines servies et { $weeks } de plus, au plus { $most } semaines en tout comme volontaire { $category }
rule-not-reassignable = Une mission « { $stage } » ne peut pas se poursuivre ailleurs : seulement une mission en cours
rule-reassigned-outside = La mission va du { $first } au { $last }, la nouvelle commencerait le { $on } : choisissez un jour entre les deux
rule-availability = Disponible { $least } semaines au moins, mais { $most } au plus
rule-not-on-earth = Latitude { $latitude }, longitude { $longitude } n'est pas sur la terre

## Fields, as the history names them

field-volunteer-gone = suppression
field-volunteer-reference = référence
field-volunteer-full-name = nom complet
field-volunteer-given-name = prénom
field-volunteer-family-name = nom de famille
field-volunteer-own-script-name = en son écriture
field-volunteer-sex = sexe
field-volunteer-birth-date = date de naissance
field-volunteer-nationalities = nationalités
field-volunteer-passport-country = passeport utilisé
field-volunteer-residence = pays de résidence
field-volunteer-residence-place = ville
field-volunteer-heritage = pays d'origine
field-volunteer-diaspora-organisation = association de diaspora
field-volunteer-categories = catégories
field-volunteer-email = e-mail
field-volunteer-phone = téléphone
field-volunteer-emergency-name = en cas d'urgence
field-volunteer-emergency-relation = qui est-ce
field-volunteer-emergency-phone = son téléphone
field-volunteer-occupation = profession
field-volunteer-occupation-title = en ses mots
field-volunteer-occupation-years = ans de métier
field-volunteer-education = formation
field-volunteer-qualification = qualification
field-volunteer-available-from = libre dès le
field-volunteer-available-until = libre jusqu'au
field-volunteer-weeks-least = semaines (min)
field-volunteer-weeks-most = semaines (max)
field-volunteer-availability-asked = demandé le
field-volunteer-preferred-countries = pays souhaités
field-volunteer-preferred-regions = régions voulues
field-volunteer-preferred-sectors = secteurs voulus
field-volunteer-ruled-out = pays exclus
field-volunteer-medically-unsupported = sans aide médicale
field-volunteer-travels-with = voyage avec
field-volunteer-accompanied = accompagné
field-volunteer-dependants = à charge
field-volunteer-consent-on = accord donné le
field-volunteer-keep-until = à garder jusqu'au
field-volunteer-standing = situation
field-volunteer-notes = notes
field-organisation-gone = suppression
field-organisation-reference = référence
field-organisation-name = nom
field-organisation-acronym = sigle
field-organisation-kind = type
field-organisation-country = pays
field-organisation-place = lieu
field-organisation-position = position
field-organisation-sectors = secteurs
field-organisation-website = site web
field-organisation-agreement-from = accord depuis le
field-organisation-agreement-until = accord jusqu'au
field-organisation-ceased-on = cessation le
field-organisation-notes = notes
field-organisation-registration = n° au registre
field-organisation-due-diligence = vérification
field-organisation-due-diligence-on = vérification faite le
field-organisation-heritage = pays d’origine
field-organisation-heritage-languages = langues d’origine
field-placement-gone = suppression
field-placement-reference = référence
field-placement-foreign-reference = autre référence
field-placement-title = intitulé
field-placement-organisation = organisation
field-placement-country = pays
field-placement-duty-station = lieu d'affectation
field-placement-position = position
field-placement-occupation = profession
field-placement-sector = secteur
field-placement-places = places
field-placement-places-filled-elsewhere = pourvues ailleurs
field-placement-categories = catégories
field-placement-start-from = début dès le
field-placement-start-until = début jusqu'au
field-placement-weeks-least = semaines (min)
field-placement-weeks-most = semaines (max)
field-placement-accompanied = accompagnement possible
field-placement-excluded-nationalities = nationalités non admises
field-placement-together = pourvues ensemble ou pas du tout
field-placement-programme = programme
field-placement-priority = priorité
field-placement-funding = financement
field-placement-funding-from = financé dès le
field-placement-funding-until = financé jusqu'au
field-placement-objectives = objectifs
field-placement-counterpart = homologue
field-placement-conditions = conditions
field-placement-status = statut
field-placement-notes = notes
field-mission-gone = suppression
field-mission-reference = référence
field-mission-volunteer = volontaire
field-mission-placement = poste
field-mission-first = premier jour
field-mission-last = dernier jour
field-mission-stage = étape
field-mission-extended-from = prolongée depuis
field-mission-early-end = fin anticipée
field-mission-early-end-reason = raison de la fin anticipée
field-mission-notice-on = préavis donné le
field-mission-last-working-day = dernier jour travaillé
field-mission-override-reason = raison de la dérogation
field-mission-reserved-until = réservée jusqu'au
field-mission-follows = fait suite à la mission
field-mission-funded-until = financée jusqu'au
field-mission-notes = notes
field-office-gone = suppression
field-office-name = nom
field-office-country = pays
field-office-role = rôle
field-office-limits = limites
field-office-matching = appariement
field-office-templates = jalons
field-office-reporting = rapports dus
field-practice-gone = supprimée
field-practice-reference = référence
field-practice-title = titre
field-practice-stage = stade
field-practice-context = contexte
field-practice-problem = problème
field-practice-steps = étapes
field-practice-results = résultats
field-practice-constraints = obstacles
field-practice-conditions = conditions
field-practice-sectors = secteurs
field-practice-occupations = professions
field-practice-countries = observée dans
field-practice-languages = langues
field-practice-documents = documents
field-practice-noted-on = notée le
part-gone = suppression
part-volunteer-language = langue
part-volunteer-skill = compétence
part-clearance = document
part-absence = absence
part-standing-step = situation
part-contact = contact
part-link = lien
part-requirement = exigence
part-decision = décision
decision-pinned = épinglé
decision-held = réservé
decision-not-here = pas ici
decision-not-at-partner = pas chez ce partenaire
part-stage-step = étape
part-milestone = jalon
part-report = rapport
part-offer = offre ou besoin
part-site-visit = visite sur place
part-project = projet
part-objective = compétence à transmettre
part-coordination = travaux parallèles
part-trained = personnes formées
part-transfer = compétence transmise
part-origin = origine
part-replication = réplication

## Le calendrier

record-yes = oui
record-none = aucun
record-gone = Ce dossier n'est plus là
record-gone-text = Il a été supprimé ; Annuler peut le ramener
record-history-when = { $day }, { $time }, { $author }
record-history-cleared = rien, était { $from }
record-history-changed = { $to }, était { $from }
record-history-more = Afficher la suite
tab-profile = Profil
tab-history = Historique
sex-female = femme
sex-male = homme
sex-other = autre
category-international = international
category-national = national
category-youth = jeunesse
category-diaspora = diaspora
education-primary = école primaire
education-secondary = école secondaire
education-vocational = formation professionnelle
education-bachelor = licence
education-master = master
education-doctorate = doctorat
level-full-a1 = A1 premiers mots
level-full-a2 = A2 sujets simples
level-full-b1 = B1 travail courant
level-full-b2 = B2 à l'aise au travail
level-full-c1 = C1 en toute situation
level-full-c2 = C2 maîtrise
skill-level-1 = 1 débute
skill-level-2 = 2 travaille avec un guide
skill-level-3 = 3 travaille seul
skill-level-4 = 4 peut former
clearance-passport = Passeport
clearance-medical = Visite médicale
clearance-police = Casier judiciaire
clearance-references = Références
clearance-safeguarding = Protection des personnes
clearance-visa = Visa
clearance-insurance = Assurance
clearance-vaccination = Vaccination
clearance-other = Autre pièce
clearance-state-requested = demandé
clearance-state-held = obtenu
clearance-state-refused = refusé
party-volunteer = volontaire
party-partner = partenaire
party-office = bureau
party-head-office = siège
early-end-resignation = démission
early-end-medical = raison médicale
early-end-administrative = administratif
early-end-conflict = conflit
early-end-lack-of-fit = inadéquation au poste
early-end-personal = raisons personnelles
early-end-reassigned = réaffectation
early-end-interrupted = interrompue
report-periodic = Rapport périodique
report-mid-term = Rapport de mi-parcours
report-final = Rapport final
report-partner = Rapport du partenaire
report-follow-up = Retour sur la mission
chip-more = { $title } : { $first } et { $more } de plus


## Organisations

organisation-name = Nom
organisation-kind = Type
organisation-country = Pays
organisation-place = Lieu
organisation-sectors = Secteurs
organisation-agreement-until = Accord jusqu'au
organisation-placements = Postes
organisation-active = Actives
organisation-ceased = cessée
organisation-contacts = Contacts
organisation-where = Où
organisation-agreement = Accord
organisation-agreement-ended = terminé
organisation-agreement-soon = finit bientôt
organisation-more = Autres
organisation-new-placement = Nouveau poste ici
organisation-no-placements = Pas encore de poste ici
organisation-kind-partner = Partenaire
organisation-kind-diaspora-association = Association de diaspora
organisation-kind-ngo = ONG
organisation-kind-civil-society = Groupe de la société civile
organisation-kind-local-authority = Collectivité locale
organisation-kind-company = Entreprise privée
organisation-kind-university = Université
organisation-kind-funder = Bailleur
contact-add = Ajouter un contact
contact-none = Pas encore de contact
contact-unnamed = Sans nom
contact-left = parti
contact-name = nom
contact-role = fonction
contact-email = e-mail
contact-phone = téléphone
contact-since = depuis
contact-until = jusqu'au
link-add = Ajouter un lien
link-kind = Cette organisation
link-other = Autre organisation
link-none = Pas encore de lien
link-not-to-itself = Une organisation n'est pas liée à elle-même
link-agreement = Accord
link-over = terminé
link-since = depuis
link-until = jusqu'au
link-note = note
link-hosts = accueille des volontaires de
link-hosted-by = a des volontaires chez
link-funds = finance
link-funded-by = est financée par
link-member-of = est membre de
link-has-member = a pour membre
link-refers = adresse des volontaires à
link-referred-by = reçoit des volontaires de
link-trains = forme des personnes de
link-trained-by = a des personnes formées par
link-supplies = fournit
link-supplied-by = est fournie par
link-twin = est jumelée avec
position-label = position
position-placeholder = latitude, longitude
position-not-read = { $text } n'est pas une position : écrire latitude et longitude en degrés, par exemple -1.2921, 36.8219

## Placements

placement-title = Intitulé
placement-organisation = Organisation
placement-country = Pays
placement-duty-station = Lieu d'affectation
placement-start = Début
placement-weeks = Semaines
placement-free-of-places = Libres
placement-priority = Priorité
placement-status = Statut
placement-sector = Secteur
placement-with-free-places = Avec places libres
placement-requirements = Exigences
placement-candidates = Candidats
placement-missions = Missions
placement-where = Où
placement-what = Quoi et qui
placement-when = Quand
placement-money = Qui paie
placement-more = Autres
placement-weeks-unit = semaines
placement-open-organisation = Ouvrir l'organisation
placement-free-places = { $places ->
    [one] { $free } place libre sur { $places }
   *[other] { $free } places libres sur { $places }
}
placement-from-to = { $from } au { $to }
placement-from = dès le { $from }
placement-by = avant le { $to }
placement-weeks-range = { $least } à { $most }
placement-weeks-least = { $weeks } ou plus
placement-weeks-most = jusqu'à { $weeks }
placement-weeks-line = { $weeks } semaines
placement-no-missions = Personne n'a encore été placé ici
placement-see-candidates = Voir les candidats
requirement-add = Ajouter une exigence
requirement-none = Pas encore d'exigence
requirement-note = Une condition décide qui peut partir, un souhait compte en faveur
requirement-not-said = Pas encore dit
requirement-kind-skill = Compétence
requirement-kind-language = Langue
requirement-kind-qualification = Qualification
requirement-kind-experience = Expérience
requirement-kind-other = Autre condition
requirement-must = condition
requirement-nice = souhait
requirement-must-full = condition : décide qui peut partir
requirement-nice-full = souhait : compte en faveur
requirement-weight = poids
requirement-level = niveau { $level }
requirement-years = { $years ->
    [one] { $years } an
   *[other] { $years } ans
}
requirement-level-least = niveau minimal
requirement-years-least = années au moins
requirement-years-unit = ans
requirement-of-what = de quoi

## Candidates of a placement

candidates-looking = Examen de tout le monde ({ $count })
candidates-who-can-go = Qui peut partir
candidates-everyone = Tout le monde
candidates-only-this = +{ $count } sans elle
candidates-unknown = { $count } à vérifier
candidates-fitting = { $count ->
    [one] { $count } candidat convient
   *[other] { $count } candidats conviennent
}
candidates-unsure = { $count ->
    [one] Pour 1 d'entre eux, une condition décisive n'est pas connue : à demander d'abord
   *[other] Pour { $count } d'entre eux, une condition décisive n'est pas connue : à demander d'abord
}
candidates-nobody = Personne ne convient encore : voir plus haut quelle règle ne laisse personne, et plus bas qui est le plus proche
candidates-best = Les { $count } meilleurs sont montrés
candidates-more = Afficher la suite
candidates-nearest = { $count ->
    [one] { $count } personne manque une ou deux conditions
   *[other] { $count } personnes manquent une ou deux conditions
}
candidates-all = Tous les candidats
candidates-fit = adéquation { $fit }
candidates-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
candidates-place = Placer...
candidates-open-volunteer = Ouvrir le volontaire
candidates-asked = Demandé
candidates-has = A
candidates-makes-fit = Ce qui fait l'adéquation
candidates-points = { $points } sur { $most }
candidates-placed = { $name } : mission proposée du { $first } au { $last }
candidates-show-month = Montrer au calendrier
candidates-open-mission = Ouvrir la mission
candidates-close-note = Fermer cette note
place-title = Placer { $name }
place-confirm = Proposer la mission
place-first = Premier jour
place-weeks = Durée
place-last = Dernier jour
place-reason = Raison
place-reason-hint = pourquoi la règle est levée
place-clash = En mission { $other } du { $first } au { $last } : il faut une raison pour placer quand même
place-tentative = Proposé aussi pour { $other } du { $first } au { $last }
place-take-free = Prendre les jours libres du { $first } au { $last }
place-fine = Rien ne s'oppose à ces jours
place-past = Le premier jour est passé
place-no-place-free = Aucune place n'est libre dans ce poste
place-before-window = Le poste commence le { $day } au plus tôt
place-after-window = Le poste commence au plus tard le { $day }
place-after-funding = Le financement finit le { $day }
place-weeks-least = Le poste demande au moins { $weeks } semaines
place-weeks-most = Le poste prend au plus { $weeks } semaines
place-available-from = Le volontaire est disponible dès le { $day }
place-available-until = Le volontaire est disponible jusqu'au { $day }
place-absent = Le volontaire est absent du { $first } au { $last }

## Reasons that matching gives

verdict-fits = convient
verdict-missing = manque
verdict-unknown = inconnu
verdict-renew = à renouveler
verdict-to-get = à obtenir
reason-line = { $what } : { $has }, demandé { $asked }
reason-rule-standing = Situation
reason-rule-country = Pays
reason-rule-host = Nationalité
reason-rule-refused = Réponse du partenaire
reason-rule-decided = Décision
reason-rule-total = Semaines en tout
reason-rule-earlier = Mission passée
reason-rule-window = Dates
reason-rule-age = Âge
reason-rule-category = Catégorie
reason-rule-company = Accompagnants
reason-rule-occupation = Profession
reason-rule-skill = Compétences
reason-rule-language = Langues
reason-rule-qualification = Qualification
reason-rule-experience = Expérience
reason-rule-other = Autres conditions
reason-rule-clearance = Papiers
reason-not-known = inconnu
reason-any = indifférent
reason-any-level = tout niveau
reason-none = aucun
reason-has-it = oui
reason-to-judge = à juger
reason-stated = voir ce qui est indiqué
reason-level-not-known = niveau inconnu
reason-language-not-named = aucune langue n'est nommée
reason-range = { $least } à { $most }
reason-weeks = { $weeks } semaines
reason-free = dès le { $day }, { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}
reason-funded = financé { $days }
reason-country-open = pas exclu
reason-country-ruled-out = exclu par le volontaire
reason-country-no-medical = pas de suivi médical là-bas
reason-host = pas de citoyens de { $countries }
reason-refused = le partenaire a dit non pour { $placement } le { $day }
reason-not-here = pas ici
reason-not-at-partner = pas chez ce partenaire
reason-held = réservé pour { $placement }
reason-held-until = réservé pour { $placement } jusqu'au { $day }
reason-total = { $category }, { $most } semaines au plus en tout
reason-total-has = { $served } semaines servies, { $weeks } de plus
reason-already-here = a { $mission } ici ({ $stage })
reason-declined-here = refusé auparavant ({ $mission })
reason-window-over = la fenêtre s'est fermée le { $day }
reason-proposed-elsewhere = { $free }, proposé aussi pour { $mission }
reason-placement-country-not-known = le poste ne nomme pas de pays
reason-origin-not-known = résidence et nationalité inconnues
reason-own-country = { $country } est son propre pays
reason-national = vit en { $country } ou en a la nationalité
reason-heritage = origines : { $country }, ou membre d'une association de sa diaspora
reason-company-from = dès { $weeks } semaines
reason-company-none = sans accompagnant
reason-company-partner = un conjoint
reason-company-both = un conjoint et { $count ->
    [one] { $count } personne à charge
   *[other] { $count } personnes à charge
}
reason-company-dependants = { $count ->
    [one] { $count } personne à charge
   *[other] { $count } personnes à charge
}
reason-paper-needed = jusqu'au { $day }
reason-paper-lead = prend { $lead } semaines, il en reste { $left }
reason-paper-until = jusqu'au { $day }
reason-paper-held = présent
reason-paper-requested = demandé
reason-paper-refused = refusé
criterion-occupation = Profession et compétences
criterion-language = Langues
criterion-experience = Expérience sur place
criterion-preference = Souhaits
criterion-heritage = Origines
criterion-team = Équipe
criterion-waiting = Attente
criterion-start = Début tôt
criterion-duration = Durée
criterion-urgency = Urgence
criterion-known = Ce qui est connu
because-occupation-same = la profession même
because-occupation-near = { $digits ->
    [one] une profession du même grand groupe ({ $digits } chiffre)
   *[other] une profession proche ({ $digits } chiffres sur 4)
}
because-occupation-not-known = la profession est inconnue
because-skills = { $reached } compétences atteintes sur { $asked }
because-languages = { $reached } langues atteintes sur { $asked }
because-languages-above = { $above } au-dessus de la demande
because-language-of-country = Parle { $language }, une langue du pays ({ $country })
because-no-language-of-country = Ne parle aucune langue officielle du pays ({ $country })
because-languages-not-known = Les langues sont inconnues
because-served-in = En mission en { $year } ({ $country })
because-lives-in = Vit sur place ({ $country })
because-citizen-of = A la nationalité ({ $country })
because-no-experience = Pas d'expérience connue sur place ou à proximité ({ $country })
because-wish-country = { $rank ->
    [one] premier choix de pays
   *[other] choix { $rank } de pays
}
because-wish-region = { $rank ->
    [one] premier choix de région
   *[other] choix { $rank } de région
}
because-wish-sector = { $rank ->
    [one] premier choix de secteur
   *[other] choix { $rank } de secteur
}
because-wish-other = Souhaite autre chose
because-no-wish = Souhaits inconnus
because-heritage = Origines : { $country }
because-no-heritage = Pas d'origines connues ({ $country })
because-waiting = Prêt depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
because-not-ready = Pas encore prêt
because-ready-not-known = Prêt, sans date connue
because-start-first = Commence le premier jour voulu
because-start-later = Commence { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après le premier jour voulu
because-duration = { $weeks } semaines sur { $most } au plus
because-team-youth = Les jeunes sont rares dans cette équipe
because-team-others = Les personnes d'expérience sont rares dans cette équipe
because-team-balanced = L'équilibre de l'équipe reste le même
because-urgency = Priorité { $priority }
because-urgency-start = Priorité { $priority }, à commencer d'ici { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
because-known = Rien à demander
because-questions = { $questions ->
    [one] { $questions } condition sur { $decide } est une question
   *[other] { $questions } conditions sur { $decide } sont des questions
}
calendar-export = Exporter...
calendar-print = Imprimer...
calendar-print-title = Imprimer le calendrier
calendar-print-what = Quoi
calendar-print-from = douze mois à partir de { $month }
calendar-print-paper = Papier
calendar-print-mission = Mission
calendar-print-none = Aucune mission pendant ce temps
calendar-export-title = Le calendrier dans un fichier
calendar-export-confirm = Choisir un fichier...
calendar-export-all = Toutes les missions, chacune comme un événement de journées entières
calendar-export-shown = Les missions que le calendrier retient, quel que soit le mois
calendar-export-milestones = Les jalons aussi, chacun à son jour
calendar-export-names = Dire les noms des volontaires
calendar-export-partners = Dire les partenaires
calendar-export-contacts = Dire les téléphones et les adresses électroniques des volontaires
calendar-export-note = Si rien n’est coché, le fichier ne dit que la référence, l’intitulé et le lieu
calendar-find = Chercher une mission
calendar-stage = Étape
calendar-country = Pays
calendar-whole = Toutes les missions
calendar-choose-month = Choisir un mois
calendar-previous-year = Année précédente
calendar-next-year = Année suivante
calendar-missions = { $count ->
    [one] { $count } mission
   *[other] { $count } missions
}
calendar-days = { $first } au { $last }
calendar-weeks = { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}
calendar-overridden = une règle a été écartée
calendar-click = Cliquer pour ouvrir la mission
calendar-first-day = premier jour
calendar-last-day = dernier jour
calendar-more = +{ $count } de plus
calendar-grid = Jours du mois, { $day }
calendar-today = aujourd’hui
calendar-in = { $count } arr.
calendar-out = { $count } dép.
calendar-arrive = { $count ->
    [one] { $count } arrivée
   *[other] { $count } arrivées
}
calendar-leave = { $count ->
    [one] { $count } départ
   *[other] { $count } départs
}
calendar-empty = Pas encore de mission
calendar-empty-text = Ouvrez un poste, voyez qui convient et affectez quelqu’un : la mission paraît ici
## Home

home-title = Ce qui vous attend
home-empty = Un bureau encore vide
home-empty-text = Importez vos tableaux : d'abord les personnes, puis le registre des postes ; chaque ligne est montrée avant d'entrer
home-import-volunteers = Importer des volontaires...
home-import-placements = Importer des postes...
home-nothing = tout va bien
home-nothing-text = Rien ne vous attend aujourd'hui
home-late = en retard
home-this-week = cette semaine
home-soon = bientôt
agenda-paper-ends = { $paper } : fin de validité
agenda-report-due = Rapport attendu : { $report }
home-overdue-volunteer = En retard, à faire par le volontaire
home-overdue-partner = En retard, à faire par le partenaire
home-overdue-office = En retard, à faire par le bureau
home-overdue-head-office = En retard, à faire par le siège
home-due-volunteer = Dans les 14 jours, à faire par le volontaire
home-due-partner = Dans les 14 jours, à faire par le partenaire
home-due-office = Dans les 14 jours, à faire par le bureau
home-due-head-office = Dans les 14 jours, à faire par le siège
home-extensions-not-agreed = Prolongations sans l'accord des deux parties
home-papers-run-out = Personnes dont les documents expirent trop tôt
home-ending-without-successor = Missions qui finissent sans relève
home-starting-with-nobody = Postes qui débutent sous 90 jours sans personne
home-waiting-for-answer = Propositions en attente de réponse
home-reservations-ending = Propositions dont la réservation prend fin
home-reports-due = Missions avec rapports attendus
home-agreements-ending = Accords de partenaires qui expirent
home-rules-set-aside = Missions avec une dérogation
home-in-service = En service par mois
home-serving-today = { $count } aujourd'hui
home-next-30-days = Les 30 prochains jours
home-nothing-soon = Ni arrivée, ni départ, ni jalon
home-arrival = Arrivée
home-departure = Dernier jour

## History

history-when = Quand
history-who = Qui
history-what = Quoi
history-undone = annulé
history-past = clos
history-by = { $when }, { $who }
history-was = était { $value }
history-from-to = { $from } -> { $to }
history-more = Les { $count } premiers changements sont affichés
history-empty = Rien n'a encore été fait
history-empty-text = Tout ce qui est saisi, importé ou annulé apparaît ici

## Settings

settings-office = Bureau
settings-limits = Limites des missions
settings-limits-text = Elles valent partout : dans cette fenêtre, en ligne de commande et à l'import
settings-age-least = Âge minimal
settings-age-most = Âge maximal
settings-weeks-least = Semaines (min)
settings-weeks-most = Semaines (max)
settings-youth-least = Jeunes dès
settings-youth-most = Jeunes jusqu'à
settings-milestones = Jalons
settings-milestones-text = Ce qui est à faire pour les nouvelles missions, et quand ; celles qui existent gardent les leurs
settings-add-milestone = Ajouter un jalon
settings-milestones-first = Comme au début
settings-holidays = Jours fériés
settings-holidays-text = Importés de tout fichier d’agenda (.ics), de deux ans en arrière à dix ans en avant
holidays-until = { $count ->
    [one] un jour férié, jusqu’au { $until }
   *[other] { $count } jours fériés, jusqu’au { $until }
}
holidays-remove = Enlever les jours fériés de { $country }
holidays-country = Jours fériés de
holidays-import = Importer...
holidays-added = { $country } : { $added ->
    [0] aucun jour férié nouveau
    [one] un nouveau jour férié
   *[other] { $added } nouveaux jours fériés
}
holidays-left-out = { $count ->
    [one] {", un événement laissé de côté, qui ne dure pas un jour entier"}
   *[other] {", "}{ $count } événements laissés de côté, qui ne durent pas un jour entier
}
holidays-no-calendar = { $file } n’est pas un calendrier
holidays-no-calendar-hint = choisissez un fichier écrit par un programme d’agenda, le plus souvent en .ics
holidays-no-events = { $file } ne contient aucun événement
holidays-no-whole-days = { $file } ne contient que des rendez-vous, aucun événement ne dure un jour entier
holidays-choose-hint = choisissez un calendrier de jours fériés
holidays-none-in-time = { $file } ne contient aucun jour férié du { $first } au { $last }
holidays-none-in-time-hint = cherchez un calendrier plus récent du pays
template-abroad = à l'étranger
template-due = Échéance
template-due-hint = Un nombre négatif compte avant ce jour
template-unit = Unité
template-from = À partir de
template-every = Revient tous les
template-waits-for = Attend
template-after-clearances = Seulement après toutes les pièces
template-closed-by = Clos par la pièce
template-categories = Seulement pour
template-countries = Seulement dans
template-only-abroad = Seulement pour qui quitte son pays
template-weeks-least = À partir de
template-first = le premier jour
template-middle = le milieu
template-last = le dernier jour
template-unit-days = jours
template-unit-weeks = semaines
template-unit-months = mois
template-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
template-weeks = { $count ->
    [one] une semaine
   *[other] { $count } semaines
}
template-months = { $count } mois
template-on = { $anchor }
template-before = { $count } avant { $anchor }
template-after = { $count } après { $anchor }
settings-total = Semaines en tout
settings-total-note = Le maximum qu'une personne peut servir dans toutes ses missions d'une catégorie ; vide, pas de limite
settings-matching = Affectation
settings-matching-text = Ce que les règles demandent avant de planifier quelqu'un ; le poids de chaque critère se règle dans Affectation, sous Poids
settings-digits = Profession
settings-digits-4 = la même profession (4 chiffres de la CITP-08)
settings-digits-3 = le même sous-groupe (3 chiffres de la CITP-08)
settings-digits-2 = le même sous-grand groupe (2 chiffres de la CITP-08)
settings-digits-1 = le même grand groupe (1 chiffre de la CITP-08)
settings-company = Accompagnants
settings-company-note = La mission la plus courte où un conjoint ou des personnes à charge peuvent venir
settings-unknowns = Questions
settings-unknowns-plan = Planifier malgré une question ouverte
settings-unknowns-note = La question est affichée à côté du choix ; sinon la personne attend la réponse
settings-rest = Repos
settings-rest-note = Entre deux missions d'une personne planifiées l'une après l'autre
settings-reserve = Réservé pour
settings-reserve-note = Durée pendant laquelle une proposition ou une réservation garde la place et la personne, sauf autre date
settings-days-unit = jours
settings-months-unit = mois
settings-papers = Documents nécessaires à une mission
settings-papers-note = Un document qui expire trop tôt, ou qu'on ne peut avoir avant le départ, écarte la personne
settings-paper-add = Ajouter un document
settings-paper-lead = Délai
settings-paper-lead-note = Pour l'obtenir ou le renouveler
settings-paper-margin = Valable
settings-paper-margin-note = Au-delà du dernier jour de la mission
settings-paper-abroad = Seulement pour ceux qui partent à l'étranger
settings-paper-takes = { $weeks ->
    [one] { $weeks } semaine de délai
   *[other] { $weeks } semaines de délai
}
settings-paper-beyond = { $months } mois au-delà du dernier jour
settings-paper-only-abroad = seulement à l'étranger
settings-window = Apparence
settings-language = Langue
settings-theme = Thème
settings-light = clair
settings-dark = sombre
settings-size = Taille
settings-backups = Sauvegardes
settings-backups-text = Une par jour, et une avant chaque import ; la plus récente d'abord
settings-protection = Phrase secrète
protection-on = Une phrase secrète protège le fichier et ses sauvegardes ; le fichier de clé à côté de chacun en fait partie
protection-off = Qui prend cet ordinateur, ou une copie du fichier, peut tout y lire
protection-protect = Protéger
protection-change = Changer la phrase secrète
protection-take-off = Retirer la protection
protection-lock-after = Verrouiller après
protection-minutes = minutes sans touche ni clic
protection-protected = Une phrase secrète protège maintenant le fichier
protection-changed = La nouvelle phrase secrète est en vigueur
protection-taken-off = Le fichier peut maintenant être lu par tous

refused-still-needed = { $name } ne peut pas être supprimé : { $count } fiches ({ $kind }) en dépendent
hint-still-needed = supprimez-les d'abord, ou gardez la fiche en indiquant que c'est fini
## Dossiers : champs, parties, historique


## Import et export

import-kind-volunteers = Volontaires
import-kind-organisations = Organisations
import-kind-placements = Postes
import-kind-missions = Missions
import-kind-practices = Pratiques
import-kind-projects = Projets
import-kind-offers = Offres et besoins
import-kind-links = Liens
import-kind-site-visits = Visites sur place
import-kind-replications = Reprises
import-kind-trained = Personnes formées
import-title = Importer un tableau
import-note = .xlsx, .xls, .ods, .csv : vous voyez ce que chaque colonne alimente et chaque ligne avant que rien n’entre, et l’import entier s’annule d’un coup
import-rows-are = Chaque ligne est
import-guess = À deviner
import-choose-file = Choisir un fichier...
import-drop = ou déposez un fichier sur la fenêtre, ou copiez des cellules d’un tableur et collez-les ici
import-pasted = cellules collées
import-opening = Lecture de { $file }
import-of = { $kind } de { $file }
import-step-read = 1 Lire
import-step-columns = 2 Colonnes
import-step-check = 3 Vérifier
import-next = Suivant
import-do = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
import-cancelled = L’import a été annulé, rien n’est entré
import-checking = Examen de chaque ligne
import-under-way = Import en cours
import-answer = Répondre
import-first-rows = Premières lignes du fichier
import-sheet = Feuille
import-hidden-sheet = { $sheet } (masquée)
import-heads-in = En-têtes
import-no-heads = nulle part : la première ligne est une donnée
import-head-row = à la ligne { $row }
import-encoding = Encodage
import-delimiter = Entre les cellules
import-comma = virgule
import-semicolon = point-virgule
import-tab = tabulation
import-bar = barre verticale
import-no-delimiter = rien : une seule colonne
import-quotes = Cellules entre guillemets
import-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
import-read-note = Cliquez sur la ligne qui nomme les colonnes, si c’en est une autre
import-recalled = Réglé comme la dernière fois pour un fichier de cette forme
import-column = Colonne
import-field = Alimente
import-fits = Convient
import-field-of = Champ de { $column }
import-not-imported = pas importée
import-column-empty = vide
import-day-or-month = Jour ou mois d’abord ?
import-day-first = Jour d’abord : 31/12
import-month-first = Mois d’abord : 12/31
import-some-fit = { $fits } vont, { $misfits } non
import-look = { $count ->
    [one] { $count } à voir
   *[other] { $count } à voir
}
import-all-fit = { $count ->
    [one] { $count } va
   *[other] { $count } vont
}
import-filled = { $filled ->
    [one] { $filled } cellule remplie
   *[other] { $filled } cellules remplies
}
import-misfits = Ce qui ne va pas
import-more-misfits = et { $count } de plus
import-match = Faire correspondre { $text }
import-match-to = Correspond à...
import-leave-empty = Laisser vide
import-matched = Correspondances
import-means = { $text } veut dire { $meaning }
import-left-empty = { $text } est laissé vide
import-all-rows = Toutes les lignes
import-constants-note = Ce qu’ont les nouvelles fiches là où le fichier ne dit rien
import-add-constant = Ajouter un champ...
import-recognised = Reconnu par
import-recognised-note = Une ligne aux mêmes valeurs met à jour la fiche existante au lieu d’en ajouter une
import-make-partners = Ajouter les partenaires qui manquent encore
import-asks-day-or-month = Dans la colonne { $head }, des dates comme { $example } vont dans les deux ordres : le jour ou le mois d’abord ?
import-asks-column = Aucune colonne n’alimente { $field }, nécessaire à chaque ligne
import-asks-constant = { $field } pour toutes les lignes : { $text } { $why }
import-count-rows = { $count ->
    [one] { $count } ligne
   *[other] Les { $count } lignes
}
import-count-new = { $count ->
    [one] { $count } nouvelle
   *[other] { $count } nouvelles
}
import-count-updated = { $count ->
    [one] { $count } mise à jour
   *[other] { $count } mises à jour
}
import-count-unchanged = { $count ->
    [one] { $count } inchangée
   *[other] { $count } inchangées
}
import-count-rejected = { $count ->
    [one] { $count } refusée
   *[other] { $count } refusées
}
import-count-left-out = { $count ->
    [one] { $count } texte laissé de côté
   *[other] { $count } textes laissés de côté
}
import-new-partners = { $count ->
    [one] { $count } organisation qui manque encore est ajoutée
   *[other] { $count } organisations qui manquent encore sont ajoutées
}
import-columns-left = Pas importées : { $columns }
import-preview = Lignes telles qu’elles entreront
import-rejected = Lignes refusées
import-left-out = Textes laissés de côté
import-text = Texte
import-why = Pourquoi
import-kept-in = Gardé dans
import-rows-head = Lignes
import-row = Ligne
import-reason = Raison
import-outcome = Devient
import-changes = Ce qui change
import-change = { $field } : { $from } devient { $to }
import-is-new = nouvelle
import-is-updated = mise à jour
import-is-unchanged = inchangée
import-is-rejected = refusée
import-done = { $file } est entré
import-sum-rows = lignes du fichier
import-sum-new = nouvelles
import-sum-updated = mises à jour
import-sum-unchanged = inchangées
import-sum-rejected = refusées
import-sum-left-out = { $count ->
    [one] { $count } texte n’allait pas dans son champ et reste dans les notes
   *[other] { $count } textes n’allaient pas dans leurs champs et restent dans les notes
}
import-open-list = Ouvrir : { $kind }
import-save-rejected = Enregistrer les lignes refusées...
import-rejected-file = refusées
import-undo = Annuler l’import
import-another = Un autre fichier
import-undone-or-followed = L’import a été annulé, ou d’autres modifications l’ont suivi : voyez l’historique
misfit-no-date = n’est pas une date
misfit-day-or-month = peut être deux dates : choisissez si le jour ou le mois vient d’abord
misfit-other-order = n’est pas une date dans l’ordre choisi
misfit-month-only = est un mois : son premier jour est pris
misfit-no-number = n’est pas un nombre entier
misfit-too-much = dépasse { $most }
misfit-no-yes-or-no = n’est ni oui ni non
misfit-no-email = n’est pas une adresse de courriel
misfit-unknown-country = n’est pas un pays connu
misfit-unknown-region = n’est pas une région connue
misfit-unknown-language = n’est pas une langue connue
misfit-unknown-occupation = n’est pas un métier connu
misfit-unknown-sector = n’est pas un secteur connu
misfit-unknown-word = n’est pas un mot connu
misfit-several = peut être l’un de plusieurs : { $names }
misfit-level-unclear = nomme une langue, mais pas de niveau clair
misfit-sheet-error = est une erreur du tableur
misfit-half-position = est une moitié de position
misfit-second = est une deuxième valeur pour un champ qui n’en prend qu’une
misfit-no-organisation = n’est pas une organisation de ce bureau
misfit-no-practice = n’est pas une pratique de ce bureau
misfit-no-mission = n’est pas une mission de ce bureau
notice-unclosed-quote = Le guillemet de la ligne { $line } n’est pas fermé à sa place : { $lines } autres lignes sont devenues une cellule
notice-unreadable = { $count } caractères ne vont pas avec l’encodage
notice-encoding = L’encodage deviné est { $encoding } : regardez les lettres accentuées
notice-rounded = { $count } nombres ont plus de 15 chiffres : le tableur les a arrondis
notice-formulas = { $count } formules n’ont pas de résultat dans le fichier : ouvrez-le d’abord dans un tableur et enregistrez-le
notice-error-cells = { $count } cellules contiennent une erreur comme #N/A
notice-merged = { $count } cellules fusionnées : chaque ligne couverte a reçu la valeur
sheet-not-there = Il n’y a pas de fichier { $path }
sheet-not-there-hint = vérifiez le nom et le dossier
sheet-folder = { $path } est un dossier, pas un fichier
sheet-folder-hint = choisissez un fichier qu’il contient
sheet-empty = { $file } est vide
sheet-empty-hint = redemandez le fichier à l’expéditeur
sheet-no-permission = Vous ne pouvez pas lire { $path }
sheet-no-permission-hint = fermez-le dans les autres programmes, ou copiez-le dans un dossier à vous
sheet-password = { $file } est protégé par un mot de passe
sheet-password-hint = ouvrez-le dans votre tableur, retirez le mot de passe et enregistrez-le sous un autre nom
sheet-broken = { $file } est endommagé ou n’a pas été copié en entier
sheet-broken-hint = ouvrez-le dans votre tableur et enregistrez-le à nouveau, ou redemandez-le à l’expéditeur
sheet-no-table = { $file } n’est pas un tableau
sheet-no-table-hint = ouvrez-le dans son programme et enregistrez le tableau en .xlsx, .ods ou .csv
sheet-no-rows = La feuille { $sheet } de { $file } n’a pas de lignes
sheet-no-rows-hint = choisissez une autre feuille
sheet-too-large = { $file } est trop grand pour être lu d’un coup
sheet-too-large-hint = partagez-le en plusieurs fichiers, ou retirez les feuilles et colonnes inutiles
sheet-not-written = { $file } n’a pas pu être écrit : { $reason }
sheet-not-written-hint = fermez-le dans les autres programmes, ou choisissez un autre dossier
why-not-full = le disque est plein
why-not-write-protected = le disque ou la clé est protégé en écriture
why-not-permission = vous n'avez pas le droit d'y écrire
why-not-folder = le dossier n'est plus là
sheet-disk = { $file } n’a pas pu être lu : { $reason }
sheet-disk-hint = copiez-le sur votre propre disque et réessayez
sheet-ending = { $file } ne finit ni par .xlsx ni par .csv
export-title = Écrire des listes
export-note = Pour le siège, les partenaires et vos propres tableurs
export-xlsx = XLSX...
export-csv = CSV...
export-ics = ICS...
export-button = { $name } : { $ending }
export-calendar = Calendrier
export-calendar-note = les missions comme événements, pour les programmes d’agenda
export-backup = Sauvegarde
export-backup-note = une copie de tout le fichier du bureau
export-parts = Listes de ce qui leur appartient
export-of-organisations = des organisations
export-of-practices = des pratiques
export-of-missions = des missions
export-writing = Écriture en cours
export-lacking = { $more ->
    [0] La police d'impression n'a pas { $letters } : chaque signe est imprimé comme une case
   *[other] La police d'impression n'a pas { $letters } ni { $more } autres signes : chacun est imprimé comme une case
}
export-written = Écrit : { $path }
chip-one = { $title } : { $what }

## Où se trouve le fichier du bureau

drive-network = Ce fichier de bureau est sur un disque du réseau : travaillez sur une copie, sur le disque de cet ordinateur
drive-removable = Ce fichier de bureau est sur un support amovible : travaillez sur une copie, sur le disque de cet ordinateur

## Pourquoi une ligne n'entre pas

rejected-misfit = { $head } : { $text } { $why }
rejected-nothing = Chaque ligne a besoin de { $field }, celle-ci n'en a pas
rejected-twice = { $reference } est plus d'une fois dans le fichier
rejected-kind = Ce type de fiche ne s'importe pas
rejected-no-organisation = { $head } : { $text } n’est pas une organisation de ce bureau, écrivez son nom, son sigle ou sa référence, ou ajoutez-la d'abord
rejected-no-practice = { $head } : { $text } n’est pas une pratique de ce bureau, écrivez son titre ou sa référence, ou ajoutez-la d'abord
rejected-no-mission = { $head } : { $text } n’est pas une mission de ce bureau, écrivez sa référence, ou ajoutez-la d'abord
rejected-several = { $head } : { $text } peut en désigner plusieurs, écrivez la référence de celle qui est voulue

## Volunteers

volunteer-state = État
volunteer-occupation = Profession
volunteer-nationality = Nationalité
volunteer-country = Pays
volunteer-language = Langue
volunteer-level-least = Au moins
volunteer-languages = Langues
volunteer-skills = Compétences
volunteer-category = Catégorie
volunteer-free = Libre
volunteer-free-on = Libre le
volunteer-free-now = maintenant
volunteer-busy-until = après le { $day }
volunteer-years-short = { $years ->
    [one] { $years } an
   *[other] { $years } ans
}
volunteer-age = { $years ->
    [one] { $years } an
   *[other] { $years } ans
}
volunteer-abilities = Compétences
volunteer-availability = Disponibilité
volunteer-papers = Documents
volunteer-missions = Missions
volunteer-no-missions = Pas encore de mission : choisissez un poste et regardez ses candidats
volunteer-person = Personne
volunteer-work = Travail
volunteer-reach = Pour la joindre
volunteer-names = Parties du nom
volunteer-heritage = Diaspora
volunteer-kept = Ce que nous gardons
volunteer-absences = Ne peut pas servir
volunteer-wishes = Aimerait aller, le plus cher d'abord
volunteer-not-there = Ne va pas
volunteer-company = Qui l'accompagne
volunteer-accompanied = conjoint qui ne sert pas
standing-since = depuis le { $day }
standing-change = Changer...
standing-close = Fermer
standing-next = Désormais
standing-from = À partir du
standing-reason = Raison
standing-say = Garder cette étape
standing-to-come = Ce jour est à venir : à dire ce jour-là
standing-step = { $day } { $standing }
level-not-known = niveau inconnu
language-add = Ajouter une langue
language-level = niveau
skill-add = Ajouter une compétence
skill-unnamed = Nouvelle compétence
skill-level = niveau
skill-level-short = niveau { $level }
skill-years = années
absence-add = Ajouter une absence
absence-first = premier jour
absence-last = dernier jour
absence-reason = raison
paper-add = Ajouter un document
paper-none = Pas encore de documents
paper-state = état
paper-expires = valable jusqu'au
paper-number = numéro
paper-country = pays
paper-issued = délivré le
paper-note = note
paper-valid = jusqu'au { $day }
paper-ends = expire le { $day }
paper-too-short = expire le { $ends }, requis jusqu'au { $needed }
paper-expired = expiré le { $day }
## Missions

mission-tab = Mission
mission-volunteer = Volontaire
mission-placement = Poste
mission-organisation = Organisation
mission-country = Pays
mission-stage = Étape
mission-first = Premier jour
mission-last = Dernier jour
mission-weeks = Semaines
mission-reference = Référence
mission-from = En mission dès
mission-until = En mission jusqu’au
mission-milestones = Jalons
mission-reports-and-absences = Rapports, congés
mission-reports = Rapports
mission-absences = Absences
mission-days = Jours
mission-length = Durée
mission-agreed-last = convenue jusqu’au
mission-on-calendar = Voir sur le calendrier
mission-overlaps = Chevauche { $other } du { $first } au { $last }
mission-more = Autres
mission-exception = dérogation
mission-onward = Suite
mission-extensions = Prolongation
mission-no-extensions = Pas prolongée jusqu'ici
mission-extend-to = Nouveau dernier jour
mission-extend = Prolonger jusqu'au { $day }
mission-extended = du { $from } au { $to }
mission-partner-agreed = Accord du partenaire le
mission-volunteer-agreed = Accord du volontaire le
mission-agreed = accord des deux
mission-to-be-agreed = accord attendu
mission-not-agreed-yet = Les deux parties n'ont pas encore donné leur accord : l'accueil le rappelle
mission-reassign = Autre poste
mission-reassign-text = Cette mission finit la veille, et une nouvelle qui lui fait suite commence
mission-reassign-to = Continue comme
mission-reassign-first = Premier jour là-bas
mission-reassign-last = Dernier jour là-bas
mission-reassign-now = Réaffecter
mission-handover = Passation
mission-handover-before = Avant
mission-handover-after = Après
mission-handover-next-day = dès le lendemain
mission-handover-gap = { $days ->
    [one] un jour sans personne
   *[other] { $days } jours sans personne
}
mission-handover-overlap = { $days ->
    [one] un jour ensemble
   *[other] { $days } jours ensemble
}
mission-waits-for = après : { $names }
mission-early-end = Fin anticipée
mission-early-end-kind = nature
mission-end-early = Terminer la mission plus tôt
mission-reason = raison
mission-refused = { $what } ; { $hint }
mission-hint-last-by = choisissez un dernier jour au plus tard le { $day }
mission-hint-last-from = choisissez un dernier jour à partir du { $day }
mission-hint-order = échangez les deux jours, ou corrigez-en un
mission-hint-birth = choisissez d’autres jours, ou corrigez la date de naissance de { $name }
mission-hint-exception = choisissez d’autres jours, ou dites sous « Dérogation » pourquoi c’est possible
mission-next = Étape suivante
mission-steps = Jusqu’ici
mission-step-on = Le
mission-said-by = Selon
mission-step-reason = Raison
mission-reason-needed = nécessaire ici
mission-step-to = Passer à : { $stage }
mission-over = Cette mission est terminée ; une nouvelle se propose depuis le poste
mission-open-placement = Ouvrir le poste
mission-no-milestones = Rien à faire
mission-add-milestone = Ajouter un jalon
mission-new-milestone = Nouveau jalon
mission-tick-done = { $name } : fait
mission-done-on = fait le { $day }
mission-overdue = en retard
mission-due-soon = cette semaine
mission-what = quoi
mission-who = qui
mission-due = échéance
mission-due-on = pour le { $day }
mission-done = fait le
mission-note = note
mission-no-reports = Aucun rapport attendu
mission-add-report = Ajouter un rapport
mission-report-kind = nature
mission-received = reçu le
mission-received-on = reçu le { $day }
mission-tick-received = { $name } : reçu
mission-summary = résumé
mission-no-absences = Aucune absence
mission-add-absence = Ajouter une absence

## Affectation : le plan

command-matching = Affectation
command-matching-tip = Le meilleur plan pour toutes les places libres, et pourquoi
matching-planning = Calcul du plan de tout le bureau...
matching-reading = Lecture des personnes : { $done } sur { $total }
matching-judging = Examen de qui peut partir : { $done } postes sur { $total }
matching-following = Mise à jour du plan...
matching-stopped = La planification a été arrêtée
matching-stopped-text = Il n'y a pas de plan tant qu'il n'est pas calculé
matching-stopped-old = Planification arrêtée : ce plan date d'avant les derniers changements
matching-plan-again = Planifier à nouveau
matching-plan = { $filled } places sur { $places }, adéquation { $fit }
matching-with-questions = { $count ->
    [one] { $count } avec une question
   *[other] { $count } avec des questions
}
history-limits = { $age_least } à { $age_most } ans, { $weeks_least } à { $weeks_most } semaines, jeunes de { $youth_least } à { $youth_most } ans
matching-proved = optimum prouvé
matching-gap = au plus { $fit } d'adéquation et { $urgency } d'urgence sous l'optimum
matching-since = { $places } places, { $fit } d'adéquation, { $people ->
    [one] { $people } personne change
   *[other] { $people } personnes changent
}
matching-compare-from-here = Comparer à partir d'ici
matching-relaxed = { $count ->
    [one] { $count } règle levée à l'essai
   *[other] { $count } règles levées à l'essai
}
matching-relaxed-end = Rétablir les règles
matching-unkept = { $count ->
    [one] { $count } choix fixé ou réservé impossible à tenir : { $who }
   *[other] { $count } choix fixés ou réservés impossibles à tenir : { $who }
}
matching-nothing-open = Aucune place libre
matching-nothing-open-text = Un poste approuvé ou ouvert avec des places libres est planifié ici
matching-places = Places
matching-left-out = Sans place
matching-nobody-left-out = Le plan a une place pour tout le monde
matching-fit-count = { $count ->
    [one] { $count } apte
   *[other] { $count } aptes
}
matching-filled = { $filled } sur { $free } pourvues dans le plan
matching-posts-count = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
matching-free-places = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
}
matching-weeks = { $weeks } semaines
matching-team = pourvues ensemble ou pas du tout
matching-set-aside = Essayer sans
matching-choices = Candidats, et ce que chaque choix coûterait au plan entier
matching-nobody-near = Personne ne convient, ni de près
matching-person = Personne
matching-placement = Poste
matching-plan-would-lose = le plan perd { $cost }
matching-when = Quand
matching-fit = Score
matching-plan-loses = Le plan perd
matching-from-weeks = { $day }, { $weeks } sem.
matching-in-plan = dans le plan
matching-no-room = pas de place
matching-loses-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
matching-loses-urgency = urgence
matching-loses-fit = { $fit ->
    [one] { $fit } point
   *[other] { $fit } points
}
matching-loses-nothing = rien
matching-at-most = au plus { $cost }
matching-does-not-fit = ne convient pas
matching-moves = { $who } passe de { $from } à { $to }
matching-comes = { $who } arrive à { $to }
matching-leaves = { $who } quitte { $from }
matching-more-moves = et { $count } de plus
matching-empty-nobody = Personne ne convient : les barres disent où les gens tombent, le tableau qui s'en approche
matching-empty-too-few = { $people ->
    [one] { $people } seule personne
   *[other] { $people } personnes seulement
} pour { $places } places : { $placements }
matching-empty-team = Une équipe est complète ou ne part pas, et il n'y a pas assez de monde
matching-empty-costs = On pourrait pourvoir cette place, mais le reste du plan y perdrait davantage
matching-if-filled = Si elle est pourvue quand même, le plan perd { $cost }
matching-why-not-me = Pourquoi pas dans le plan
matching-out-no-placement = Aucune place ne passe les règles, selon la première qui échoue : { $rules }
matching-out-outbid = D'autres conviennent mieux. Le moins coûteux serait { $placement } : { $cost }
matching-out-couple = Il n'y a pas deux places pour cette personne et { $with }
matching-out-settled = Les choix fixés et réservés prennent toutes les places possibles
matching-nearest = Au plus près : { $placement }, mais
matching-places-for = Postes, et ce que chacun coûterait au plan entier
matching-choose-pair = Choisissez une personne pour la voir à côté du poste
matching-for = pour { $title }, { $when }
matching-to-day = jusqu'au { $day }
matching-if-chosen = Si ce choix est fait
matching-without = Sans ce choix, le plan perdrait : { $cost }
matching-print = Imprimer...
matching-print-partner = Imprimer pour le partenaire...
matching-page-title = Proposition : { $title }
matching-page-foot = { $office }, { $day }
matching-open-placement = Ouvrir le poste
matching-export = Exporter...
matching-file = plan { $day }.xlsx
matching-writing = Écriture du plan : { $done } sur { $total }
matching-empty-but-for = { $count ->
    [one] Personne ne convient ; { $count } personne conviendrait sans la règle { $rule }
   *[other] Personne ne convient ; { $count } personnes conviendraient sans la règle { $rule }
}
matching-empty-none = Personne ne convient, même en levant une règle
matching-accept = Accepter...
matching-weights = Poids
matching-weights-note = Le maximum de points de chaque critère ; le plan suit pendant que vous glissez
matching-in-turn = Plusieurs missions à la suite
matching-in-turn-title = Qui sert où, à la suite
matching-in-turn-planning = Calcul de plusieurs missions à la suite...
matching-in-turn-none = Personne ne peut servir dans ces { $months } mois
matching-in-turn-plan = { $missions ->
    [one] 1 mission
   *[other] { $missions } missions
} de { $people ->
    [one] 1 personne
   *[other] { $people } personnes
} commençant avant le { $day } inclus, adéquation { $fit }, { $proof }
matching-in-turn-below = à { $share } % au plus du meilleur plan possible
matching-in-turn-urgency = à { $urgency } d’urgence et { $share } % d’adéquation au plus du meilleur plan possible
matching-in-turn-without = Sans les couples ({ $couples }) ni les équipes ({ $teams }) : on leur prévoit une mission chacun
matching-in-turn-rest = Repos avant
matching-in-turn-rest-weeks = { $weeks ->
    [one] 1 semaine
   *[other] { $weeks } semaines
}
matching-presets = Réglages gardés
matching-preset-usual = habituel
matching-preset-name = Nom
matching-preset-save = Garder ce réglage
matching-preset-remove = Supprimer ce réglage
matching-propose = Proposer
matching-propose-dots = Proposer...
matching-pin = Fixer...
matching-hold = Réserver...
matching-not-here = Pas celui-ci...
matching-not-partner = Jamais chez ce partenaire...
matching-take-back = Annuler la décision
matching-decide = Garder
matching-reason = Raison
matching-until = Jusqu'au
matching-against = Une règle s'oppose à ce choix : dites pourquoi la lever
matching-days = { $first } au { $last }
matching-ask-propose = Proposer { $name } pour { $title }
matching-ask-pin = Fixer { $name } à { $title }
matching-ask-hold = Réserver { $title } à { $name }
matching-ask-not-here = Pas { $name } pour { $title }
matching-ask-not-partner = { $name } jamais chez ce partenaire
matching-accept-title = Proposer ce que le plan prévoit
matching-accept-all = Tout
matching-accept-line = { $who } : { $placement }, { $day }, adéquation { $fit }
matching-propose-many = { $count ->
    [one] Proposer 1
   *[other] Proposer { $count }
}

## The timeline

command-timeline = Chronologie
command-timeline-tip = Les missions en barres sur les jours : qui est où, et où une place reste vide
timeline-rows = Lignes
timeline-by-volunteer = par volontaire
timeline-by-placement = par poste
timeline-by-partner = par partenaire
timeline-by-country = par pays
timeline-by-programme = par programme
timeline-fit = Tout voir
timeline-wider = Agrandir
timeline-narrower = Réduire
timeline-chart = Chronologie du { $first } au { $last }, lignes { $rows }
timeline-quarter = T{ $quarter }
timeline-no-country = Sans pays
timeline-no-programme = Sans programme
timeline-no-partner = Sans partenaire
timeline-no-name = Sans nom
timeline-handover = relais de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
timeline-gap = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
timeline-open = { $count ->
    [one] libre dès le { $day }
   *[other] { $count } places libres dès le { $day }
}
timeline-free = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
}
timeline-milestone-done = fait
timeline-milestone-late = en retard
timeline-milestone-due = à faire
timeline-milestones-more = et { $count } de plus ici
timeline-move-title = Déplacer la mission
timeline-move = Déplacer
timeline-hint-bar = Glissez la barre ou ses bouts ; au clavier : M la déplace, S son premier jour, E son dernier jour, D saisit les dates
timeline-hint-keys = Les flèches la déplacent d'un jour, avec Maj d'une semaine ; Entrée garde, Échap laisse tout comme avant
timeline-hint-keys-refused = Impossible ainsi ; Échap laisse tout comme avant
timeline-hint-drag = Relâchez pour garder, Échap laisse tout comme avant
timeline-hint-drag-refused = Impossible ainsi : relâchez pour tout laisser comme avant
command-who-is-where = Qui est où
command-who-is-where-tip = Toutes les personnes en service ou en route, à imprimer ou à remettre
file-whereabouts = Écrire qui est où
where-in-service = en service
where-on-leave = en congé jusqu'au { $day }
where-arriving = en route vers le poste
where-leaving = sur le retour
where-with-partner = conjoint
where-dependants = { $count ->
    [one] une personne à charge
   *[other] { $count } personnes à charge
}
where-empty = Personne n'est en service le { $day }
where-empty-text = On apparaît ici de trois jours avant le premier jour de la mission à trois jours après le dernier
where-name = Nom
where-presence = Présence
where-town = Lieu d'affectation
where-partner = Partenaire
where-contact = Contact sur place
where-phone = Téléphone
where-email = Courriel
where-reach = Joindre
where-emergency = En cas d'urgence
where-with = Avec
where-nationalities = Nationalités
where-passport = Passeport
where-from = Du
where-until = Jusqu'au
where-mission = Mission
where-people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
where-print = Imprimer...
where-xlsx = Classeur...
where-file = Qui est où
where-no-country = Pays inconnu
where-heading = { $country } : { $count }
where-title = Qui est où le { $day }
where-foot = { $office }, écrit le { $day }, données personnelles : à garder en lieu sûr

command-agenda = Agenda
command-agenda-tip = Ce qui se passe ces prochains jours, et les personnes en service au fil de l'année
agenda-days = { $days } jours
agenda-year = Année
agenda-year-before = Année précédente
agenda-year-after = Année suivante
agenda-day = Jour
agenda-what = Quoi
agenda-placement = Poste
agenda-arrivals = Arrivées
agenda-departures = Départs
agenda-papers = Documents qui expirent
agenda-count = { $count ->
    [one] une ligne
   *[other] { $count } lignes
}
agenda-empty = Rien ne se passe ces jours-là
agenda-empty-text = Choisissez plus de jours, ou enlevez les filtres de la liste
agenda-year-empty = Personne n'est en service en { $year }
agenda-week = { $country }, du { $first } au { $last } : { $count }

## Exchange between offices

command-exchange = Échanges
command-exchange-tip = Fichiers des autres bureaux et pour eux
command-conflicts = Conflits
command-conflicts-tip = Où les bureaux ne sont pas d'accord, champ par champ
file-send = Dossier pour les fichiers
file-receive = Fichiers des autres bureaux
file-open-invitation = Ouvrir une invitation
file-invitation = Invitation à écrire
exchange-receive = Recevoir...
exchange-invite = Ajouter un bureau national...
exchange-open-invitation = Ouvrir une invitation...
exchange-empty = Ce bureau n'échange encore de fichiers avec aucun autre
exchange-empty-head = Ajoutez un bureau national : il reçoit un petit fichier d'invitation et il est relié dès qu'il l'a ouvert
exchange-empty-country = Le siège écrit une invitation pour ce bureau : ouvrez-la ici
exchange-send-to = Envoyer à { $office }...
exchange-send-title = Envoyer à { $office }
exchange-not-heard-of = Invité ; rien ne peut lui être envoyé avant l'arrivée de son premier fichier
exchange-invited = invité
exchange-confirmed = tout est confirmé
exchange-unsent = { $count ->
    [one] une modification pas encore envoyée
   *[other] { $count } modifications pas encore envoyées
}
exchange-unconfirmed = { $count ->
    [one] une modification envoyée, pas encore confirmée
   *[other] { $count } modifications envoyées, pas encore confirmées
}
exchange-conflicts = { $count ->
    [one] un conflit à trancher
   *[other] { $count } conflits à trancher
}
exchange-side-by-side = { $count ->
    [one] une ligne modifiée en parallèle
   *[other] { $count } lignes modifiées en parallèle
}
exchange-decide = Les regarder
exchange-files = Fichiers
exchange-last-sent = Dernier envoi : no { $number }, { $when }
exchange-nothing-sent = Rien n'a encore été envoyé
exchange-last-received = Dernière réception : no { $number }, { $when }
exchange-nothing-received = Rien n'a encore été reçu
exchange-file-sent = Envoyé no { $number }, { $when } : { $edits ->
    [one] une modification
   *[other] { $edits } modifications
}, { $size } ko
exchange-file-received = Reçu no { $number }, { $when } : { $edits ->
    [one] une modification
   *[other] { $edits } modifications
}, { $size } ko
exchange-choose-folder = Choisir un dossier...
exchange-nothing-new = Rien de nouveau : le fichier dit seulement ce qui est arrivé ici
exchange-inside = { $edits ->
    [one] Une modification
   *[other] { $edits } modifications
} avec { $changes ->
    [one] un changement
   *[other] { $changes } changements
}
exchange-leaving = { $count ->
    [one] Une fiche n'est plus pour ce bureau
   *[other] { $count } fiches ne sont plus pour ce bureau
}
exchange-send-note = Ce qui n'est pas confirmé est envoyé de nouveau : un fichier perdu ne fait pas de mal
exchange-invite-title = Ajouter un bureau national
exchange-invite-confirm = Écrire l'invitation...
exchange-invite-note = Remettez l'invitation comme une clé : qui l'ouvre le premier prend la place de ce bureau
exchange-sent-title = Écrit
exchange-received-title = Reçu
exchange-linked-title = Relié
exchange-good = Bien
exchange-written = { $edits ->
    [one] une modification
   *[other] { $edits } modifications
} avec { $changes ->
    [one] un changement
   *[other] { $changes } changements
}, { $size } ko
exchange-sent-note = Mettez les fichiers sur une clé USB ou envoyez-les ; ils sont scellés pour les deux bureaux
exchange-nothing-found = Il n'y avait aucun fichier pour ce bureau
exchange-linked = { $office } : le premier fichier envoyé par le bureau national fait connaître le lien
exchange-linking = Liaison
exchange-receiving = Réception
exchange-sending = Écriture des fichiers
exchange-looking = Recherche de ce qui est nouveau
receipt-nothing-new = Rien de nouveau
receipt-new = { $edits ->
    [one] Une nouvelle modification
   *[other] { $edits } nouvelles modifications
} avec { $changes ->
    [one] un changement
   *[other] { $changes } changements
}
receipt-already-here = { $count ->
    [one] Un changement était déjà là
   *[other] { $count } changements étaient déjà là
}
receipt-conflicts = { $count ->
    [one] Un conflit à trancher
   *[other] { $count } conflits à trancher
}
receipt-side-by-side = { $count ->
    [one] Une ligne a été modifiée en parallèle
   *[other] { $count } lignes ont été modifiées en parallèle
}
receipt-not-understood = { $count ->
    [one] Un changement d'un programme plus récent, gardé pour après la mise à jour
   *[other] { $count } changements d'un programme plus récent, gardés pour après la mise à jour
}
receipt-incomplete = { $count ->
    [one] Le début d'une ligne n'est pas encore arrivé
   *[other] Le début de { $count } lignes n'est pas encore arrivé
}
receipt-left = { $count ->
    [one] Une fiche n'est plus pour ce bureau et a été retirée ici
   *[other] { $count } fiches ne sont plus pour ce bureau et ont été retirées ici
}
receipt-leaving = { $count ->
    [one] Une fiche reste jusqu'à ce que les modifications faites ici soient confirmées
   *[other] { $count } fiches restent jusqu'à ce que les modifications faites ici soient confirmées
}
receipt-doubtful = { $count ->
    [one] Une modification par une horloge en avance de plus d'un jour
   *[other] { $count } modifications par une horloge en avance de plus d'un jour
}
receipt-confirmed = { $count ->
    [one] Une modification de ce bureau est confirmée
   *[other] { $count } modifications de ce bureau sont confirmées
}
receipt-missing = Il manque le no { $number } de { $office }
receipt-broken = À regarder : { $what }
bundle-damaged = { $file } n'est pas un fichier d'un autre bureau, ou a été abîmé en chemin
hint-bundle-again = redemandez-le ; ce qu'il contient est aussi dans le suivant
bundle-too-large = { $file } est plus grand que tout fichier d'un bureau
bundle-for-another = { $file } est pour un autre bureau
hint-bundle-for-another = transmettez-le au bureau que son nom indique
bundle-own = { $file } a été écrit par ce bureau
hint-bundle-own = envoyez-le à l'autre bureau
bundle-unknown = { $file } vient d'un bureau qui n'est pas relié à celui-ci
bundle-not-signed = { $file } n'a pas été signé par le bureau qu'il nomme
hint-bundle-not-signed = ne l'utilisez pas ; demandez à ce bureau s'il l'a envoyé
bundle-newer = { $file } a été écrit par un Sojourn plus récent
bundle-not-an-invitation = { $file } n'est pas une invitation, ou a été abîmé en chemin
hint-bundle-invitation = choisissez le fichier qui finit par .sojourninvitation
bundle-not-head-office = Seul le siège ajoute des bureaux nationaux
bundle-not-country-office = Ceci est un siège, qui invite les autres
hint-bundle-not-country-office = faites un nouveau fichier de bureau à partir de l'invitation
bundle-already-linked = Ce bureau est déjà relié à { $office }
bundle-own-invitation = Cette invitation a été écrite par ce bureau
bundle-not-heard-of = { $office } n'a encore rien envoyé
hint-bundle-not-heard-of = il ouvre l'invitation et envoie son premier fichier
hint-bundle-folder = choisissez un autre dossier, ou libérez de la place ; rien n'est perdu
conflicts-empty = Rien n'est à trancher
conflicts-empty-text = Quand deux bureaux modifient le même champ sans le savoir, les deux valeurs restent ici jusqu'à ce que quelqu'un tranche
conflicts-all-mine = Tout : les nôtres
conflicts-all-theirs = Tout : les leurs
conflicts-mine = Tous les nôtres
conflicts-theirs = Tous les leurs
conflicts-of = { $what } : { $name }
conflicts-removal = Retiré par un bureau, modifié par un autre
conflicts-removed = retiré
conflicts-stays = reste
conflicts-nothing = rien
conflicts-keep = Garder { $value }
conflicts-keep-this = Garder
conflicts-own = à nous
conflicts-shown = affiché
conflicts-by = { $who }, { $office }, { $when }
conflicts-doubtful = (par une horloge qui ne peut pas être juste)
conflicts-saw = y voyait { $value }
conflicts-part-of = dans le cadre de : { $edit }
conflicts-other-value = Autre valeur : { $field }
conflicts-take-typed = Prendre ce qui est tapé
conflicts-more = { $count ->
    [one] Une autre fiche suit
   *[other] { $count } autres fiches suivent
}
conflicts-side-by-side = Modifié en parallèle
conflicts-side-by-side-note = Pas de conflit : deux bureaux ont modifié des champs différents de la même fiche sans le savoir
conflicts-looked-at = Vu
home-exchange = Autres bureaux
home-received-volunteers = { $count ->
    [one] un volontaire modifié par un fichier reçu
   *[other] { $count } volontaires modifiés par des fichiers reçus
}
home-received-organisations = { $count ->
    [one] une organisation modifiée par un fichier reçu
   *[other] { $count } organisations modifiées par des fichiers reçus
}
home-received-placements = { $count ->
    [one] un poste modifié par un fichier reçu
   *[other] { $count } postes modifiés par des fichiers reçus
}
home-received-practices = { $count ->
    [one] une pratique modifiée par un fichier reçu
   *[other] { $count } pratiques modifiées par des fichiers reçus
}
home-received-missions = { $count ->
    [one] une mission modifiée par un fichier reçu
   *[other] { $count } missions modifiées par des fichiers reçus
}

## What is held of a person, and erasing

held-button = Ce qui est conservé...
held-tooltip = Écrire dans un dossier tout ce qui est conservé sur cette personne, pour elle : JSON et classeur
held-written = Écrits : { $json } et { $sheets }
file-held = Dossier pour ce qui est conservé
erase-button = Effacer...
erase-tooltip = Retirer pour toujours le nom et les coordonnées de cette personne du fichier et de son historique
erase-title = Effacer { $name }
erase-goes = Ce qui disparaît : noms, coordonnées, adresse, jour de naissance, numéros de documents, notes et tout texte libre, ici et dans l'historique
erase-stays = Ce qui reste : référence, pays, catégories, sexe, année de naissance, missions avec leurs jours. Cela ne peut pas être annulé.
erase-offices = Les autres bureaux effacent la personne quand ils reçoivent le fichier suivant. Les sauvegardes faites avant la contiennent encore.
erase-type = Tapez { $reference }
erase-reason = Pour quel motif
erase-reason-note = Conservé et envoyé aux autres bureaux : n'écrivez jamais de nom ici
erase-confirm = Effacer pour toujours
erase-running = Effacement
erase-done = { $reference } est effacé

## People who may be in the file twice

command-duplicates = Doublons probables
command-duplicates-tip = Personnes peut-être deux fois dans le fichier : fusionnez-les, ou dites qu'elles sont deux
home-twice = { $count ->
    [one] Une personne est peut-être deux fois dans le fichier
   *[other] { $count } personnes sont peut-être deux fois dans le fichier
}
duplicates-looking = Comparaison des noms, dates de naissance et contacts
duplicates-empty = Personne n'est deux fois dans le fichier, selon toute apparence
duplicates-empty-text = Les noms, dates de naissance, adresses e-mail et téléphones ont été comparés, sauf pour ceux dont on a dit qu'ils sont deux
duplicates-count = { $count ->
    [one] une paire, les fiches côte à côte
   *[other] { $count } paires, les plus semblables d'abord
}
duplicates-pair = { $first } et { $second }
likeness-same-name = même nom
likeness-another-order = nom dans un autre ordre
likeness-spelled-otherwise = nom écrit autrement
likeness-name-in-part = un nom fait partie de l'autre
likeness-same-birth-date = même date de naissance
likeness-day-swapped = jour et mois de naissance inversés
likeness-birth-digit = un chiffre de la date de naissance diffère
likeness-same-email = même e-mail
likeness-same-phone = même téléphone
duplicates-stays = Quelle fiche reste
duplicates-keep = Garder { $reference }
duplicates-open = Ouvrir { $reference }
duplicates-different = Ce qui diffère : choisissez ce qui reste
duplicates-rest = Ce qui est identique, ou reste tel quel
duplicates-value = { $field } : { $value }
duplicates-kept = reste
duplicates-hangs = Ce qui dépend de chacune
duplicates-hangs-note = Tout passe à la fiche qui reste ; d'une langue ou compétence que les deux ont, le meilleur niveau
duplicates-merge = Fusionner
duplicates-merge-tip = Faire une seule fiche des deux ; dans la liste, par Entrée
duplicates-into = { $gone } passe dans { $kept }
duplicates-not-same = Pas la même personne
duplicates-not-same-tip = Dire pour toujours, dans tous les bureaux, que ce sont deux personnes ; dans la liste, par Suppr
duplicates-reason = Pourquoi, si vous voulez

## Restoring a backup

restore-title = Restaurer une sauvegarde
restore-confirm = Restaurer
restore-what = { $backup } est mis à la place de { $target }
restore-there = Un fichier qui s'y trouve devient lui-même une sauvegarde
restore-copy = Le fichier restauré compte comme une copie à part : rien de ce qui fut envoyé ne se mêle à ce qu'il fera
restore-back = Ce qui fut fait après la sauvegarde et envoyé revient avec le prochain fichier du siège
restore-name = { $name } restauré
restore-running = Restauration de la sauvegarde
restore-done = Restauré à partir de { $backup }
practice-title = Pratique
practice-stage = Stade
practice-sectors = Secteurs
practice-found-in = Observée dans
practice-done-again = Refaite
practice-stage-innovation = innovation
practice-stage-promising = prometteuse
practice-stage-good = bonne
practice-stage-institutionalised = institutionnalisée
practice-standing = { $countries ->
    [0] refaite
    [one] a marché dans { $worked } pays sur 1
   *[other] a marché dans { $worked } pays sur { $countries }
}
practice-suggests = Ce qui a été refait plaide pour : { $stage }
practice-what = Ce qui a été fait
practice-elsewhere = Ailleurs
practice-about = À propos
practice-origins = Origine
practice-replications = Refaite
practice-no-origins = Rien ne dit encore d’où elle vient
practice-add-origin = Elle vient de
practice-from-mission = Mission
practice-from-organisation = Organisation
practice-remove-origin = Elle ne vient pas de là
practice-origin-elsewhere = d’un autre bureau
replication-add = Elle a été refaite
replication-none = Personne ne l’a encore refaite
replication-unnamed = quelque part
replication-worked = a marché
replication-in-part = en partie
replication-failed = n’a pas marché
replication-too-early = trop tôt pour le dire
field-replication-organisation = organisation
field-replication-who = qui d’autre
field-replication-country = pays
field-replication-place = lieu
field-replication-on = à partir du
field-replication-after = apprise de
field-replication-result = résultat
field-replication-adapted = ce qui a été changé
field-replication-note = remarque

## What is known of an organisation, and what there was with it

organisation-heritage = Origines
organisation-members = Membres
organisation-no-members = Aucun volontaire ne s'en réclame
organisation-members-count = { $count ->
    [one] { $count } membre volontaire
   *[other] { $count } membres volontaires
}
organisation-checked = Registre et vérification
due-diligence-passed = rien ne s'y oppose
due-diligence-conditions = sous conditions
due-diligence-refused = refusé
due-diligence-missing = pas encore vérifié
due-diligence-old = vérifié il y a plus de 3 ans
organisation-network = Réseau
organisation-with-us = Avec nous
organisation-so-far = Jusqu'ici
organisation-missions = Missions
organisation-serving = En service actuellement
organisation-ended-early = Fin anticipée : { $reason }
organisation-no-reason = sans motif indiqué
organisation-reports-missing = Missions dont un rapport manque
organisation-passed-on = Compétences arrivées ici
passed-on-same = même niveau qu'avant
passed-on-reached = comme convenu
passed-on-aim = niveau { $aim } convenu
organisation-offers = Offres et besoins
offer-none = Rien n'est encore offert ni recherché
offer-add = Ajouter une offre
offer-add-need = Ajouter un besoin
offer-side-offers = offre
offer-side-needs = recherche
offer-over = terminé
offer-kind-skill = compétence
offer-kind-language = langue
offer-kind-sector = travail dans un secteur
offer-kind-money = argent
offer-kind-lodging = logement
offer-kind-other = autre
field-offer-side = offre ou besoin
field-offer-kind = genre
field-offer-name = quoi
field-offer-language = langue
field-offer-sector = secteur
field-offer-until = jusqu'au
field-offer-note = remarque
organisation-projects = Projets
project-none = Aucun projet connu
project-add = Ajouter un projet
project-untitled = projet sans titre
project-over = terminé
field-project-title = titre
field-project-country = pays
field-project-place = lieu
field-project-sector = secteur
field-project-first = premier jour
field-project-last = dernier jour
field-project-note = remarque
organisation-visits = Visites
visit-none = Personne n'est encore allé voir sur place
visit-add = Ajouter une visite
visit-of = Visite du { $day }
visit-again = à revoir avant le { $day }
visit-again-late = était à revoir avant le { $day }
finding-good = bon
finding-to-improve = à améliorer
finding-unfit = inapte
field-site-visit-on = jour
field-site-visit-by = visiteur
field-site-visit-housing = logement
field-site-visit-safety = sécurité
field-site-visit-counterpart = homologue
field-site-visit-note = ce qui a été vu
field-site-visit-again-by = à revoir avant le

## What was passed on in a mission

age-under-15 = moins de 15 ans
age-15-24 = 15 à 24 ans
age-25-59 = 25 à 59 ans
age-60-plus = 60 ans et plus
objective-add = Ajouter une compétence à transmettre
objective-unnamed = compétence non précisée
objective-levels = niveau { $before } à { $aim }
objective-from = depuis le niveau { $before }
objective-to = jusqu'au niveau { $aim }
placement-to-pass-on = À transmettre
field-objective-competence = compétence
field-objective-counterpart = homologue
field-objective-before = niveau avant
field-objective-aim = niveau visé
mission-worked = points forts
mission-not-worked = points faibles
mission-follow-up = suite à donner
mission-sessions = séances tenues
mission-materials = matériel laissé sur place
mission-make-practice = En faire une pratique
mission-open-practice = Ouvrir la pratique
mission-trained = Personnes formées
trained-none = Personne n'a encore été formé
trained-add = Ajouter des personnes formées
trained-unnamed = formation sans nom
trained-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
trained-sex-unknown = non précisé
trained-total = { $people } : { $sexes }
field-trained-topic = sujet
field-trained-sex = sexe
field-trained-age = âge
field-trained-people = personnes
field-trained-on = jour
mission-passed-on = Compétences transmises
transfer-level = niveau atteint
transfer-level-of = Niveau atteint : { $competence }
transfer-looked-at = au { $day }

## The reports that missions owe

op-set-reporting = rapports dus par les missions
settings-reporting = Rapports
settings-reporting-text = Les rapports que doivent les nouvelles missions, et quand ; celles qui existent gardent les leurs
settings-add-report = Ajouter un rapport
settings-reporting-first = Rapports comme au début
reporting-every = { $months ->
    [one] puis chaque mois
   *[other] puis tous les { $months } mois
}
reporting-from-weeks = à partir de { $weeks } semaines
reporting-any-programme = tous
network-ask = Qui près de Tamale peut former des infirmières ?
network-picture = Image
network-table = Tableau
network-map = Carte
network-side-by-side = Côte à côte
network-organisations = Organisations du réseau
network-nobody = Personne dans le réseau, à ce que l'on sait. Essayez avec moins de mots, ou un lieu voisin
network-far = { $far } km
network-open = Ouvrir
network-center = Mettre au centre
network-of = Organisation
network-to = Autre organisation
network-links = Liens
network-side-by-side-note = Ce que plusieurs organisations font au même endroit, dans le même secteur et au même moment, à partir d'aujourd'hui
network-nothing-side = Rien ne se fait côte à côte
network-nothing-side-text = Les postes et les projets qui ont un lieu, un secteur et des jours sont comparés
network-side-count = { $count } organisations
network-side-missions = { $count ->
    [one] une mission convenue
   *[other] { $count } missions convenues
}
network-side-more = et { $count } autres
organisation-around = Voir dans le réseau

## The map

map-name = Carte du monde, { $title }
map-name-plain = Carte du monde
map-hint = Les flèches déplacent la carte, plus et moins l'agrandissent ou la réduisent, 0 montre le monde entier ; N et P passent d'un repère à l'autre, Entrée l'ouvre
map-zoom-in = Agrandir
map-zoom-out = Réduire
map-whole = Monde entier
map-no-value = aucun
map-range = { $from }–{ $to }
map-value = { $title } : { $count }
map-together = { $count } ici : { $names }
map-more = et { $count } de plus
map-borders = Frontières : Natural Earth
map-borders-tip = Les frontières sont celles de Natural Earth : telles qu'elles sont tenues de fait, sans avis sur ce qu'elles devraient être

## The picture of a network

graph-name = Réseau de { $name }
graph-hint = Les flèches vont de l'un à l'autre, Entrée ou un double clic le place au centre ; faites glisser un élément pour le déplacer, un double clic à côté remet tout en place ; plus et moins agrandissent ou réduisent, 0 montre tout le réseau
graph-whole = Réseau entier
graph-dashed = cessé ou terminé
graph-ceased = cessé
graph-over = { $kind } (terminé)
guidance-tab = Repères
guidance-practices = Pratiques les plus proches
guidance-no-practices = Aucune pratique proche pour l'instant
guidance-missions = Missions passées les plus proches
guidance-no-missions = Aucune mission passée proche
guidance-why = En commun : { $why }
guidance-same-partner = même partenaire
guidance-same-words = à peu près les mêmes mots
guidance-beside = À côté
guidance-nothing-beside = Rien d'autre au même endroit, dans le même secteur et au même moment
guidance-found = À propos de { $what }
guidance-note = Note
guidance-note-of = Note à propos de { $what }
guidance-not-looked = pas encore examiné
guidance-join = pourraient unir leurs forces
guidance-double = font deux fois le même travail
guidance-apart = rien en commun
guidance-associations = Associations de la diaspora à contacter
guidance-no-associations = Aucune association n'a ses racines dans ce pays
guidance-members = { $count ->
    [0] aucun membre n'est encore volontaire
    [one] un membre est volontaire
   *[other] { $count } membres sont volontaires
}
mission-briefing = Fiche de mission en PDF...
mission-certificate = Certificat en PDF...
mission-briefing-file = Fiche de mission
mission-certificate-file = Certificat
file-mission-page = Enregistrer la page
mission-form-file = Formulaire de rapport
report-form-write = Formulaire en XLSX...
report-form-take = Reprendre un formulaire rempli...
report-form-taking = Reprise du formulaire
report-form-taken = Le formulaire a été repris
report-form-none = { $file } n'est pas un formulaire de rapport : prenez le classeur écrit comme formulaire, avec sa dernière colonne
report-form-not-here = { $file } concerne un rapport qui n'est pas dans ce fichier
report-form-number = « { $question } » a pour réponse « { $answer } » : écrivez un nombre entier, ou laissez vide
file-report-form = Ouvrir un formulaire rempli
home-where = Où ils servent aujourd'hui
home-where-count = En mission
candidates-members = dont membres d'associations de la diaspora
practice-origin-mark = lieu d'origine
# Reports: names of reports, tables and numbers by their codes; `define` says what a number counts.
command-reports = Rapports
command-reports-tip = Les chiffres d’une période : service, places pourvues, fins anticipées, personnes formées
reports-period = Période
reports-this-year = Cette année
reports-last-year = L’année dernière
reports-last-12-months = 12 derniers mois
reports-this-quarter = Ce trimestre
reports-last-quarter = Le trimestre dernier
reports-own-days = Jours au choix
reports-from = Du
reports-to = Au
reports-days = { $first } au { $last }
reports-country = Pays
reports-programme = Programme
reports-category = Catégorie
reports-sector = Secteur
reports-all = Tout
reports-unknown = Inconnu
reports-counted = Qu’est-ce qui est compté ?
reports-chart = { $table }, graphique : { $measure }
reports-more = { $count } de plus dans le tableau
reports-value = { $line }, { $measure } : { $value }
reports-empty = Rien à compter dans cette période
reports-empty-text = Choisissez d’autres jours, ou retirez ce qui les restreint
reports-percent = { $number } %
reports-xlsx = XLSX...
reports-csv = CSV...
reports-pdf = PDF...
reports-png = Graphique en image (PNG): { $table }
reports-png-short = PNG...
reports-save = Enregistrer le rapport
reports-save-chart = Enregistrer le graphique en image
reports-foot = { $office }, établi le { $day }
reports-name-service = Service
reports-name-demand = Demande
reports-name-stages = Étapes
reports-name-early-ends = Fins anticipées
reports-name-training = Formation
reports-name-sectors = Secteurs et objectifs
reports-name-discipline = Dans les temps
reports-name-partners = Partenaires et réseau
reports-name-learning = Apprentissage
reports-table-service-total = Service
reports-table-service-by-month = Service par mois
reports-table-service-by-country = Service par pays
reports-table-service-by-sex = Service par sexe
reports-table-service-by-age = Service par âge
reports-table-service-by-nationality = Service par nationalité
reports-table-service-by-category = Service par catégorie
reports-table-service-by-programme = Service par programme
reports-table-demand-total = Demande
reports-table-demand-by-country = Demande par pays
reports-table-demand-by-sector = Demande par secteur
reports-table-demand-by-programme = Demande par programme
reports-table-stages-total = Missions proposées
reports-table-stages-reached = Étapes atteintes
reports-table-stages-stopped = Étapes où elles se sont arrêtées
reports-table-early-ends-total = Fins anticipées
reports-table-early-ends-by-kind = Fins anticipées par motif
reports-table-training-total = Formation
reports-table-training-people = Personnes formées par âge
reports-table-training-by-topic = Personnes formées par thème
reports-table-training-by-country = Formation par pays
reports-table-training-competences = Compétences transmises
reports-table-sectors-total = Service, secteur connu
reports-table-sectors-by-goal = Service par objectif (ODD)
reports-table-sectors-by-group = Service par groupe de secteurs
reports-table-sectors-by-sector = Service par secteur
reports-table-discipline-total = Dans les temps
reports-table-discipline-reports = Rapports par type
reports-table-discipline-milestones = Jalons par responsable
reports-table-discipline-papers = Documents au premier jour
reports-table-partners-total = Partenaires servis
reports-table-partners-by-kind = Partenaires par type
reports-table-partners-by-country = Partenaires par pays
reports-table-partners-each = Chaque partenaire
reports-table-network-organisations = Réseau, organisations
reports-table-network-links = Réseau, liens
reports-table-learning-total = Pratiques
reports-table-learning-by-stage = Pratiques notées par stade
reports-table-learning-by-country = Reprises par pays
reports-measure-volunteers = Volontaires
reports-measure-missions = Missions
reports-measure-days = Jours
reports-measure-months = Mois
reports-measure-placements-asked = Postes demandés
reports-measure-placements-cancelled = Postes annulés
reports-measure-places = Places
reports-measure-places-filled = Places pourvues
reports-measure-fill-rate = Taux de pourvoi
reports-measure-days-to-fill = Jours pour pourvoir
reports-measure-days-ahead = Jours d’avance
reports-measure-proposed = Proposées
reports-measure-accepted = Acceptées
reports-measure-accepted-share = Part acceptée
reports-measure-declined = Refusées
reports-measure-cancelled = Annulées
reports-measure-waiting = En attente
reports-measure-days-to-accept = Jours jusqu’à l’accord
reports-measure-reached = Missions
reports-measure-reached-share = Part
reports-measure-days-in-stage = Jours passés
reports-measure-stopped = Arrêtées
reports-measure-declined-by-volunteer = Par volontaire
reports-measure-declined-by-partner = Par partenaire
reports-measure-declined-by-office = Par bureau
reports-measure-stopped-cancelled = Annulées
reports-measure-begun = Commencées
reports-measure-begun-ended = Dont finies tôt
reports-measure-ended-share = Par entrée
reports-measure-begun-reassigned = Réaffectées
reports-measure-begun-completed = Achevées
reports-measure-begun-under-way = En cours
reports-measure-ended = Finies tôt
reports-measure-volunteer-years = Années-volontaires
reports-measure-ended-per-year = Par année-volontaire
reports-measure-kind-ended = Finies tôt
reports-measure-kind-per-year = Par année-volontaire
reports-measure-kind-begun-ended = De l’entrée
reports-measure-kind-share = Par entrée
reports-measure-people-trained = Personnes formées
reports-measure-people-female = Femmes, filles
reports-measure-people-male = Hommes, garçons
reports-measure-people-other = Autre
reports-measure-people-unknown = Non noté
reports-measure-sessions = Séances
reports-measure-competences = Compétences observées
reports-measure-competences-raised = En hausse
reports-measure-competences-reached = But atteint
reports-measure-level-before = Niveau avant
reports-measure-level-after = Niveau après
reports-measure-level-aim = Niveau visé
reports-measure-reports-due = Rapports attendus
reports-measure-reports-in-time = Rapports à temps
reports-measure-reports-late = Rapports en retard
reports-measure-reports-missing = Rapports manquants
reports-measure-reports-share = Part des rapports à temps
reports-measure-milestones-due = Jalons échus
reports-measure-milestones-in-time = Jalons à temps
reports-measure-milestones-late = Jalons en retard
reports-measure-milestones-open = Jalons non faits
reports-measure-milestones-share = Part des jalons à temps
reports-measure-with-papers = Documents complets
reports-measure-papers-share = Part des documents complets
reports-measure-paper-needed = Requis
reports-measure-paper-held = Détenu
reports-measure-paper-share = Part
reports-measure-starts-not-entered = Débuts non saisis
reports-measure-partners = Partenaires
reports-measure-agreements-signed = Conventions signées
reports-measure-agreements-ended = Conventions échues
reports-measure-ceased = Cessées
reports-measure-links-begun = Liens commencés
reports-measure-links-ended = Liens terminés
reports-measure-practices-noted = Pratiques notées
reports-measure-replications = Reprises
reports-measure-practices-repeated = Pratiques reprises
reports-measure-repeated-countries = Dans des pays
reports-measure-worked = Réussies
reports-measure-in-part = Réussies en partie
reports-measure-failed = Échouées
reports-measure-too-early = Trop tôt
reports-define-volunteers = Personnes qui ont servi au moins un jour de la période, chacune une fois
reports-define-missions = Missions dont au moins un jour a été servi dans la période
reports-define-days = Jours civils des missions convenues dans la période, jusqu’à aujourd’hui au plus tard. Premier et dernier jour comptent, les congés aussi
reports-define-months = Jours servis, divisés par 30,4375, la durée moyenne d’un mois
reports-define-placements-asked = Postes dont la période de début commence dans la période, sans brouillons ni postes annulés
reports-define-placements-cancelled = Postes dont la période de début commence dans la période et qui ont été annulés
reports-define-places = Places des postes demandés
reports-define-places-filled = Places pourvues ailleurs, ou par une mission convenue qui n’était pas finie avant la période de début
reports-define-fill-rate = Places pourvues, en pour cent des places
reports-define-days-to-fill = Médiane des jours de recherche : de la première étape d’une mission du poste, depuis l’accord sur la place d’avant, à l’accord sur celle-ci
reports-define-days-ahead = Médiane des jours entre l’accord et le premier jour de la mission
reports-define-proposed = Missions dont la première étape est dans la période
reports-define-accepted = Parmi les proposées, celles acceptées depuis, quoi qu’il soit arrivé ensuite
reports-define-accepted-share = Missions acceptées, en pour cent des proposées
reports-define-declined = Parmi les proposées, celles refusées depuis
reports-define-cancelled = Parmi les proposées, celles que le bureau a annulées depuis
reports-define-waiting = Parmi les proposées, celles sans réponse définitive
reports-define-days-to-accept = Médiane des jours entre la première étape et l’acceptation
reports-define-reached = Missions proposées dans la période arrivées à cette étape ou au-delà
reports-define-reached-share = Les mêmes, en pour cent des proposées
reports-define-days-in-stage = Médiane des jours dans cette étape, pour les missions qui l’ont quittée
reports-define-stopped = Missions refusées ou annulées à cette étape
reports-define-declined-by-volunteer = Missions refusées par le volontaire
reports-define-declined-by-partner = Missions refusées par le partenaire
reports-define-declined-by-office = Missions refusées par le bureau ou le siège
reports-define-stopped-cancelled = Missions annulées
reports-define-begun = L’entrée : missions convenues dont le premier jour est dans la période, au plus tard aujourd’hui
reports-define-begun-ended = Missions de l’entrée finies avant terme depuis, sans les réaffectations
reports-define-ended-share = Méthode par entrée : fins anticipées en pour cent des missions commencées dans la période. Environ le double de l’autre méthode, à ne jamais comparer
reports-define-begun-reassigned = Missions de l’entrée dont le volontaire a continué dans un autre poste
reports-define-begun-completed = Missions de l’entrée achevées
reports-define-begun-under-way = Missions de l’entrée non terminées : la part peut encore croître
reports-define-ended = Missions finies avant terme avec leur dernier jour dans la période, sans les réaffectations
reports-define-volunteer-years = Jours servis dans la période, divisés par 365,25
reports-define-ended-per-year = Méthode par année-volontaire : fins anticipées dans la période pour chaque année servie
reports-define-kind-ended = Missions finies ainsi, avec leur dernier jour dans la période
reports-define-kind-per-year = Les mêmes, pour chaque année servie dans la période
reports-define-kind-begun-ended = Missions commencées dans la période et finies ainsi
reports-define-kind-share = Les mêmes, en pour cent de l’entrée
reports-define-people-trained = Personnes dont la formation s’est terminée dans la période, chacune une fois par mission. Sans jour, au dernier jour de la mission
reports-define-people-female = Femmes et filles parmi les personnes formées
reports-define-people-male = Hommes et garçons parmi les personnes formées
reports-define-people-other = Personnes d’un autre sexe parmi les personnes formées
reports-define-people-unknown = Personnes formées dont le sexe n’a pas été noté
reports-define-sessions = Séances de formation, d’après les rapports reçus dans la période
reports-define-competences = Compétences qu’un poste doit transmettre et dont le niveau a été observé dans la période
reports-define-competences-raised = Parmi elles, celles dont le niveau dépasse le niveau d’avant
reports-define-competences-reached = Parmi elles, celles arrivées au niveau visé
reports-define-level-before = Niveau d’avant, de 1 à 4 ; la moyenne s’il y en a plusieurs
reports-define-level-after = Niveau à la dernière observation dans la période, de 1 à 4 ; la moyenne s’il y en a plusieurs
reports-define-level-aim = Niveau que vise le poste, de 1 à 4
reports-define-reports-due = Rapports des missions convenues attendus dans la période, au plus tard aujourd’hui
reports-define-reports-in-time = Rapports arrivés au plus tard le jour attendu
reports-define-reports-late = Rapports arrivés après le jour attendu
reports-define-reports-missing = Rapports attendus qui ne sont pas arrivés
reports-define-reports-share = Rapports à temps, en pour cent des attendus
reports-define-milestones-due = Jalons des missions convenues échus dans la période, au plus tard aujourd’hui
reports-define-milestones-in-time = Jalons faits au plus tard le jour prévu
reports-define-milestones-late = Jalons faits après le jour prévu
reports-define-milestones-open = Jalons échus qui ne sont pas faits
reports-define-milestones-share = Jalons à temps, en pour cent des échus
reports-define-with-papers = Missions commencées dont le volontaire avait au premier jour tous les documents demandés, valables jusqu’au dernier jour et la marge qui suit
reports-define-papers-share = Missions aux documents complets, en pour cent des commencées
reports-define-paper-needed = Missions commencées qui requièrent ce document
reports-define-paper-held = Missions dont le volontaire l’avait au premier jour, valable jusqu’à la fin
reports-define-paper-share = Les mêmes, en pour cent de celles qui le requièrent
reports-define-starts-not-entered = Missions commencées encore notées acceptées ou en préparation
reports-define-partners = Organisations dans les postes desquelles quelqu’un a servi dans la période
reports-define-agreements-signed = Organisations dont la convention a été signée dans la période
reports-define-agreements-ended = Organisations dont la convention a pris fin dans la période
reports-define-ceased = Organisations qui ont cessé de travailler avec nous dans la période
reports-define-links-begun = Liens entre organisations commencés dans la période
reports-define-links-ended = Liens entre organisations terminés dans la période
reports-define-practices-noted = Pratiques notées dans la période
reports-define-replications = Fois où une pratique a été reprise dans la période
reports-define-practices-repeated = Pratiques reprises dans la période, chacune une fois
reports-define-repeated-countries = Pays où une pratique a été reprise dans la période
reports-define-worked = Fois où cela a marché
reports-define-in-part = Fois où cela a marché en partie
reports-define-failed = Fois où cela n’a pas marché
reports-define-too-early = Fois où il est trop tôt pour le dire
reports-age-under-15 = moins de 15 ans
reports-age-15-24 = 15 à 24 ans
reports-age-25-59 = 25 à 59 ans
reports-age-60-plus = 60 ans et plus
reports-age-under-25 = moins de 25 ans
reports-age-25-34 = 25 à 34 ans
reports-age-35-44 = 35 à 44 ans
reports-age-45-59 = 45 à 59 ans
reports-head-definitions = Ce qui est compté
reports-head-report = Rapport
reports-head-table = Tableau
reports-head-line = Pour
reports-head-measure = Nombre
reports-head-value = Valeur
reports-head-counts = Compte
certificate-not-served = { $who } n'a pas encore servi dans cette mission : il y a un certificat dès le premier jour de service
certificate-erased = La personne qui a servi dans cette mission a été effacée : il n'y a plus de nom à certifier
organisation-links = Liens

package dev.upheld.datamap.classify;

/** Words for people in French, German, Spanish, Italian and Finnish, with their plurals. */
final class PeopleText {
  static final String OTHER_TONGUES =
      """
       personne utilisateur salarie employe candidat adherent abonne visiteur auteur eleve etudiant enseignant
      professeur formateur stagiaire apprenant usager membre medecin praticien infirmier assure locataire
      proprietaire conducteur chauffeur livreur vendeur acheteur interlocuteur collaborateur tuteur enfant conjoint
      benevole donateur licencie joueur inscrit voyageur passager habitant citoyen electeur temoin victime avocat juge
      contribuable debiteur demandeur allocataire internaute lecteur emprunteur referent individu foyer resident
      kunde kunden benutzer nutzer mitarbeiter bewerber mitglied mitglieder teilnehmer ansprechpartner personen
      schuler schueler lehrer studenten dozent dozenten patienten arzt arzte aerzte besucher gast gaste gaeste
      abonnent empfanger empfaenger absender autor autoren verfasser interessent interessenten mieter vermieter
      eigentumer eigentuemer fahrer halter versicherter versicherte angehoriger angehorige eltern kinder betreuer
      pfleger spieler burger buerger einwohner angestellte angestellter arbeitnehmer azubi auszubildende praktikant
      vertreter sachbearbeiter debitor debitoren klient klienten
      persona personas usuario usuarios cliente clientes empleado empleados contacto candidato miembro paciente
      pacientes trabajador trabajadores alumno alumnos estudiante profesor profesores docente maestro medico medicos
      enfermero enfermera socio socios afiliado abonado suscriptor propietario inquilino conductor chofer vendedor
      vendedores comprador visitante huesped huespedes pasajero ciudadano votante beneficiario acudiente tutor padre
      madre familiar hijo hijos deudor aspirante postulante invitado jugador entrenador funcionario autores asegurado
      persone utente utenti clienti dipendente dipendenti membro membri paziente pazienti iscritto iscritti studente
      studenti alunno alunni insegnante insegnanti autori collaboratore abbonato visitatore ospite ospiti passeggero
      cittadino cittadini conducente autista venditore acquirente referente referenti genitore genitori figlio figli
      familiari atleta atleti tesserato giocatore candidati tutore lavoratore lavoratori soci docenti medici persone
      henkilo henkilot kayttaja kayttajat asiakas asiakkaat tyontekija tyontekijat yhteyshenkilo yhteyshenkilot hakija
      hakijat jasen jasenet potilas potilaat opiskelija opiskelijat oppilas oppilaat opettaja opettajat oppija huoltaja
      huoltajat laakari hoitaja tekija vieras matkustaja kansalainen omistaja vuokralainen kuljettaja ostaja tilaaja
      osallistuja henkilosto henkilokunta lapsi lapset
      """;

  private PeopleText() {}
}

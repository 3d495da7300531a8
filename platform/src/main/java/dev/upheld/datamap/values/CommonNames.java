package dev.upheld.datamap.values;

/** Common given names and surnames, in small letters without accents. */
final class CommonNames {
  static final String GIVEN =
      """
      james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica
      thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony margaret mark sandra donald ashley
      steven kimberly paul emily andrew donna joshua michelle kenneth carol kevin amanda brian dorothy george melissa
      timothy deborah ronald stephanie edward rebecca jason sharon jeffrey laura ryan cynthia jacob kathleen gary amy
      nicholas angela eric shirley jonathan anna stephen brenda larry pamela justin emma scott nicole brandon helen
      benjamin samantha samuel katherine gregory christine alexander debra frank rachel patrick carolyn raymond janet
      jack catherine dennis maria jerry heather tyler diane aaron ruth jose julie adam olivia nathan joyce henry virginia
      douglas victoria zachary kelly peter lauren kyle christina noah joan ethan evelyn jeremy judith walter megan keith
      andrea roger cheryl terry hannah sean jacqueline gerald martha carl gloria harold teresa dylan ann arthur sara
      lawrence madison jordan frances jesse kathryn bryan janice billy jean bruce abigail gabriel alice joe judy logan
      sophia alan grace juan denise albert amber willie doris elijah marilyn wayne danielle randy beverly vincent isabella
      mason theresa roy diana ralph natalie bobby brittany russell charlotte bradley marie philip kayla eugene alexis
      tracy lori edith rosa jim tom bob mike dave steve tony fred harry oliver liam lucas leo oscar ella lily mia chloe
      jane tina wendy dawn crystal phyllis norma paula annie lillian robin peggy ruby tammy audrey marjorie lucille
      pierre michel andre philippe alain bernard jacques francois christophe nicolas laurent julien sebastien olivier
      guillaume mathieu maxime thierry pascal sylvain antoine hugo louis jules camille lea manon juliette nathalie
      isabelle sylvie celine aurelie sandrine valerie veronique monique francoise brigitte claire elodie mathilde lucie
      pauline anais marine jeanne helene benoit stephane fabien romain quentin damien cedric arnaud yves gilles
      hans klaus jurgen juergen wolfgang stefan uwe andreas thorsten matthias markus dieter horst gunter guenter heinz
      werner karl ulrich bernd ralf jens lars sven tobias florian felix lukas jonas maximilian moritz niklas ursula
      monika petra sabine renate helga karin brigitte ingrid gisela anja katrin katja heike silke lena hanna johanna
      antonio jose manuel francisco javier carlos miguel rafael pedro luis alejandro fernando pablo sergio jorge alberto
      alvaro diego adrian raul ivan ruben carmen dolores pilar josefa isabel cristina marta lucia elena raquel beatriz
      silvia rocio ines joao rui paulo tiago ana sofia mariana joana catarina luisa astrid frantisek bjorn
      giuseppe giovanni mario luigi francesco marco alessandro andrea roberto stefano paolo matteo lorenzo davide luca
      simone giulia chiara francesca federica valentina alessia martina elisa giorgia silvana rosaria enrico fabio
      juhani johannes mikael olavi antero tapani kalevi matti mikko jari timo juha kari antti pekka ville jukka heikki
      hannu eero onni eino maria helena anneli johanna kaarina marjatta hannele kristiina liisa tuula ritva leena aino
      sanna minna tiina eeva kirsi paivi mohamed mohammed muhammad ahmed youssef omar ali hassan hussein khalid rachid
      mustapha abdelkader karim said hamza amine mehdi yassine bilal ibrahim fatima khadija aicha zineb salma nadia samira
      leila amina meryem houda ghita imane sanaa jan piotr krzysztof andrzej tomasz pawel katarzyna malgorzata agnieszka
      magdalena erik johan anders nils kristina ingeborg dmitri sergei ivan vladimir alexei olga tatiana natalia irina
      wei ming hiroshi yuki kenji raj priya sanjay anil sunita deepak arjun ravi lakshmi
      """;

  static final String SURNAMES =
      """
      smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
      thomas taylor moore jackson martin lee perez thompson harris sanchez clark ramirez lewis robinson walker hall allen
      wright torres nguyen hill flores adams nelson baker rivera campbell mitchell carter roberts gomez phillips evans
      turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan
      cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez bennett mendoza ruiz
      hughes alvarez castillo sanders patel myers ross foster jimenez powell jenkins perry russell sullivan
      bernard dubois durand leroy moreau simon laurent lefebvre michel fournier girard bonnet dupont lambert fontaine
      rousseau blanc guerin muller henry roussel petit roux faure mercier garnier chevalier
      mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf
      schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange werner krause lehmann
      fernandez moreno munoz alonso navarro dominguez vazquez serrano blanco molina
      rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini
      rizzo lombardi moretti silva santos ferreira pereira oliveira sousa rodrigues almeida carvalho
      korhonen virtanen makinen nieminen makela hamalainen laine heikkinen koskinen jarvinen lehtonen saarinen
      salminen heinonen niemi heikkila salonen turunen alaoui benali bennani idrissi tazi berrada amrani
      novak kowalski nowak andersson johansson karlsson nilsson larsen hansen olsen ivanov petrov singh kumar sharma
      """;

  private CommonNames() {}
}

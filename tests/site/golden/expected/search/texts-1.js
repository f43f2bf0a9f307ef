dateline.arrived("search/texts-1.js",{
"events/river-campaign/":"Weeks of fighting along the river. It began about 18 August and took in Fighters attack the bridge at Nahr.",
"events/ferry-strike/":"Ferrymen were reported to have stopped work.",
"events/bridge-attack/":"The River Brigade attacked the bridge; accounts of the dead differ. The River Brigade attacked the bridge at dawn, said Amina Saleh. Ferries went on; see the method and the Courier. What is known side dead brigade 3 to 12 “Nobody counted,” a resident said. The council’s count came later. The Courier says Sunday, the council Monday. We shall cross by boat. The bridge will be rebuilt.",
"events/treaty/":"Both sides signed. The truce answered the attack.",
"articles/courier-bridge/":"The Courier reported the attack from the town.",
"actors/river-brigade/":"An armed group of the valley. Founded at Nahr.",
"topics/bridges/":"Crossings of the river.",
"about/":"A model site. Nothing in it happened.",
"methodology/":"Grade: confirmed Grade: reported Grade: disputed Grade: retracted"
});

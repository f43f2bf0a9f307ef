dateline.arrived("map/places.js",{
"sheet":[["assets/map-world.svg",-14742,-8400,29484,14200]],
"label":[],
"mark":[["nahr","Nahr","district",3194.92,-3595.0],["nahr","Nahr","town",3194.92,-3595.0],["nahr-bridge","Nahr bridge","site",3195.08,-3595.1]],
"event":[[],[0],[1,2],[]]
});

dateline.arrived("timeline/events.js",{
"months":["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],
"place":[["nahr","Nahr",3],["nahr-bridge","Nahr bridge",0],["river-country","River country",-1],["valley","The valley",2]],
"actor":[["amina-saleh","Amina Saleh"],["ferry-union","Ferry union"],["town-council","Nahr town council"],["river-brigade","River Brigade"]],
"topic":[["bridges","Bridges"],["fighting","Fighting"]],
"event":[["river-campaign","Campaign along the river",16300,16313,"from c. 18 Aug to Aug 2014",4,1,0,[3],[3],[]],["ferry-strike","Ferrymen stop work",16304,16305,"22 or 23 Aug 2014",2,2,1,[0],[1],[0]],["bridge-attack","Fighters attack the bridge at Nahr",16306,16306,"24 Aug 2014",0,0,2,[1,0],[3,2,0,1],[0,1]],["treaty","Truce signed",16314,16314,"1 Sep 2014, 14:30 (UTC+3)",0,1,0,[3],[3,2],[]]]
});

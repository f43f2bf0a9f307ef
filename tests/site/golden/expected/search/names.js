dateline.arrived("search/names.js",{
"folders":{"event":"events","article":"articles","actor":"actors","location":"locations","topic":"topics","page":""},
"actor":[["amina-saleh","Amina Saleh",["أمينة صالح"],"Person"],["courier","Courier",[],"News medium"],["ferry-union","Ferry union",[],"Community"],["town-council","Nahr town council",[],"Government"],["river-brigade","River Brigade",["Liwa al-Nahr","The Brigade","لواء النهر","River Battalion"],"Armed group"],["wire","River Wire",[],"News medium"],["herald","The Herald",[],"News medium"]],
"location":[["nahr","Nahr",["an-Nahr"],"town",3],["nahr-bridge","Nahr bridge",[],"site",0],["river-country","River country",[],"country",-1],["valley","The valley",["محافظة الوادي"],"governorate",2]],
"topic":[["bridges","Bridges",[],""],["fighting","Fighting",[],""]],
"page":[["about","About",[],""],["methodology","Methodology",[],""]],
"texts":["search/texts-1.js"]
});

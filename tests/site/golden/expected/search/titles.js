dateline.arrived("search/titles.js",{
"months":[[24175,"August 2014"],[24176,"September 2014"]],
"event":[["river-campaign","Campaign along the river",[],"from c. 18 Aug to Aug 2014",24175,[4],[3],""],["ferry-strike","Ferrymen stop work",[],"22 or 23 Aug 2014",24175,[2],[0],"Reported"],["bridge-attack","Fighters attack the bridge at Nahr",[],"24 Aug 2014",24175,[4,3,0,2],[1,0],"Disputed"],["treaty","Truce signed",[],"1 Sep 2014, 14:30 (UTC+3)",24176,[4,3],[3],""]],
"article":[["courier-bridge","Bridge attacked at Nahr",[],"25 Aug 2014",24175,[1]],["wire-bridge","Fighting at river bridge",[],"25 Aug 2014, 18:00 (UTC)",24175,[5]],["herald-bridge","جسر النهر",[],"26 Aug 2014",24175,[6,5]],["courier-second","Second attack reported",[],"28 Aug 2014",24175,[1]],["herald-truce","Truce on the river",[],"2 Sep 2014",24176,[6]]]
});

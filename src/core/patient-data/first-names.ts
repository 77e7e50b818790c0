// Common first names of people in the United States (Social Security Administration, public lists).
// A name alone says little; beside a birth date or an admission it points at one person.

export const firstNames: ReadonlySet<string> = new Set(
  `james mary michael patricia robert jennifer john linda david elizabeth william barbara richard
  susan joseph jessica thomas karen christopher sarah charles lisa daniel nancy matthew sandra
  anthony ashley mark emily steven kimberly donald betty andrew margaret joshua donna paul michelle
  kenneth carol kevin amanda brian melissa timothy deborah ronald stephanie jason rebecca george
  sharon edward laura jeffrey cynthia ryan amy jacob kathleen gary angela nicholas dorothy eric
  shirley jonathan emma stephen brenda larry nicole justin pamela benjamin samantha scott anna
  brandon katherine samuel christine gregory debra alexander rachel patrick olivia frank carolyn
  jack maria raymond janet dennis heather tyler diane aaron catherine jerry julie jose victoria
  nathan helen adam joyce henry lauren zachary kelly douglas christina peter joan kyle judith noah
  andrea ethan hannah jeremy megan christian cheryl walter jacqueline keith martha austin madison
  roger teresa terry gloria sean sara gerald janice carl ann dylan kathryn harold abigail jordan
  sophia jesse frances bryan jean lawrence alice arthur judy gabriel isabella bruce julia logan grace
  billy amber joe denise alan danielle juan marilyn elijah beverly willie charlotte albert natalie
  wayne theresa randy diana mason brittany vincent doris liam kayla roy alexis bobby lori caleb
  marie bradley luis carlos miguel jesus antonio francisco rosa carmen ana guadalupe juana manuel
  pedro ricardo fernando eduardo roberto mohammed ahmed fatima aisha wei mei priya raj sanjay anita
  keisha latoya tamika darnell malik tyrone yolanda ethel mildred edna gladys hazel agnes eleanor
  ruth irene florence lillian edith elsie thelma clara bertha lucille earl clarence herbert stanley
  ernest norman leonard melvin alfred eugene ralph howard fred`
    .trim()
    .split(/\s+/),
);

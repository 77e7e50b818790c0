// First names that are common in the United States, by which a name is known as one in free text.
// Most are of the Census Bureau's lists of 1990 (dist.female.first, dist.male.first; in the public
// domain), some of the Social Security Administration's of later years.

export const firstNames: ReadonlySet<string> = new Set(
  `aaliyah aaron abby abdul abdullah abel abigail abraham ada adam addie addison adele adolfo
  adrian adriana adrienne agnes agustin ahmad ahmed aida aidan aiden aileen aimee aisha alan alana
  albert alberta alberto alejandra alejandro alex alexander alexandra alexandria alexis alfonso
  alfred alfredo ali alice alicia alisa alisha alison allan allen allison alma alondra alonzo
  althea alton alvaro alvin alyssa amanda amber amelia amina amit amos amy ana anastasia andre
  andrea andres andrew andy angel angela angelica angelina angeline angelo angie anh anil anita
  anjali ann anna anne annette annie anthony antoine antoinette antonia antonio april araceli
  archie aria ariana arjun arlene armand armando arnold art arthur arturo ashley aubrey audrey
  aurelio aurora austin autumn ava avery ayden barbara barry bart beatrice beatriz becky belinda
  ben benjamin bennie benny bentley bernadette bernard bernardo bernice bert bertha bessie beth
  bethany betsy bettie betty beulah beverly bianca bill billie billy blaine blake blanca blanche
  bob bobbie bobby bonita bonnie boris boyd brad bradford bradley brady brandi brandon brandy
  brayden breanna brenda brendan brent bret brett brian briana brianna bridget brittany brittney
  brock brooke brooklyn bruce bruno bryan bryant bryce byron caden caitlin caleb calvin cameron
  camila camille candace candice candy cara carl carla carlos carlton carmelo carmen carol carole
  carolina caroline carolyn carrie carroll carter cary casey cassandra cassie catalina catherine
  cathy cecelia cecil cecile cecilia cedric celeste celia cesar chad chandra charity charlene
  charles charlie charlotte chase chelsea cheri cherie cheryl chester chidi chloe chris christa
  christian christie christina christine christopher christy chuck cindy claire clara clarence
  clarissa clark claude claudia clay clayton cleo cleveland cliff clifford clifton clint clinton
  clyde cody colby colin colleen collin colton concepcion connie connor conrad constance consuelo
  cooper cora corey corinne cornelia cornelius cory courtney craig cristina crystal curt curtis
  cynthia daisy dale dallas dalton damian damien damon dan dana dane daniel daniela danielle danny
  dante daphne darius darla darlene darnell darrell darren darryl darwin daryl dave david dawn
  dean deanna debbie debora deborah debra deidre deja delbert delia della delores deloris
  demetrius dena denis denise dennis derek derrick deshawn desiree desmond destiny devin devon
  dewayne dewey dexter diana diane dianna dianne diego dina dion dixie dolly dolores domingo
  dominic dominick dominique don donald donna donnie donovan dora doreen doris dorothea dorothy
  doug douglas doyle drew duane dulce dustin dwayne dwight dylan earl earnest easton ebony eddie
  edgar edith edmond edmund edna eduardo edward edwin edwina effie efrain eileen elaine elbert
  eldon eleanor elena eli elias elijah elisa elisabeth elise elissa elizabeth ella ellen ellie
  elliott ellis ellsworth elmer eloise elsa elsie elton elva elvira elwood emanuel emeka emil
  emilia emilio emily emma emmanuel emmett enrique eric erica erick erik erika erin erma ernest
  ernestine ernesto ernie ervin esmeralda esperanza essie esteban estella estelle esther ethan
  ethel etta eugene eugenia eula eunice eva evan eve evelyn everett ezequiel fabian fabiola faith
  fannie fatima fay faye federico felicia felipe felix fern fernando fidel flora florence floyd
  forrest frances francesca francine francis francisca francisco frank franklin fred freda freddie
  frederick fredrick gabriel gabriela gabriella gail garland garrett garry gary gavin gayle gene
  geneva genevieve geoffrey george georgia gerald geraldine gerard gerardo gertrude gilbert
  gilberto gina ginger giovanni giuseppe gladys glen glenda glenn glenna gloria goldie gonzalo
  gordon grace gracie graciela grady grant greg gregg gregorio gregory gretchen grover guadalupe
  guillermo gustavo guy gwen gwendolyn hailey hal haley hannah hans harley harold harper harriet
  harry harvey hassan hattie hazel heath heather hector heidi helen helena helene henrietta henry
  herbert heriberto herman hilda hiroshi holly homer hong hope horace howard hubert hudson hugh
  hugo humberto hunter huong hussein ian ibrahim ida ignacio igor imani imelda imogene ina ines
  inez ingrid ira irene iris irma irvin irving isaac isabel isabella isabelle isaiah isaias ismael
  israel iva ivan ivy jack jackie jackson jacob jacqueline jacquelyn jada jade jaime jake jamal
  jamar james jamie jan jana jane janelle janet janette janice janie janine janis jared jarrod
  jarvis jasmine jason jasper javier jay jayden jazmin jean jeanette jeanne jeannette jeannie jeff
  jeffery jeffrey jenna jennie jennifer jenny jerald jeremiah jeremy jermaine jerome jerry jess
  jesse jessica jessie jesus jewel jill jillian jim jimena jimmie jimmy joan joann joanna joanne
  joaquin jocelyn jodi jody joe joel joey johanna john johnathan johnnie johnny jolene jon
  jonathan jonathon joni jordan jorge jose josefina joseph josephine josh joshua josie josue joy
  joyce juan juana juanita judith judy julia julian juliana julie julio julius jun june junior
  justin justine kaitlin kara kareem karen kari karin karina karl karla kate katelyn katherine
  kathleen kathryn kathy katie katrina katy kavita kay kayden kayla kaylee keiko keisha keith
  kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenji kennedy kenneth kenny kent
  kenya keri kermit kerri kerry keshia kevin khadija khalid kiara kim kimberley kimberly kira kirk
  kirsten krishna krista kristen kristi kristie kristin kristina kristine kristopher kristy
  krystal kurt kyle kylie lacey lakeisha lakisha lamar lamont lana lance landon lara larry
  lashonda latanya latasha latisha latonya latoya latrice laura laurel lauren laurence laurie
  laverne lawanda lawrence layla leah leanne lee leigh leila lela leland lena lenora leo leon
  leona leonard leonardo leonor leroy lesley leslie lester leticia levi lewis liam lidia lila
  liliana lillian lillie lily lincoln linda lindsay lindsey ling linh lionel lisa lizzie lloyd
  logan lois lola lonnie lora loren lorena lorene lorenzo loretta lori lorna lorraine lottie louie
  louis louise lourdes lowell lucas lucia lucile lucille lucinda lucy luis luisa luke lula lupe
  luther luz lydia lyle lynda lynette lynn lynne mabel mack madeline madelyn madison mae magdalena
  maggie makayla malcolm malik mallory mamie mandy manuel manuela marc marcel marcella marcia
  marco marcos marcus margaret margarita margie margo marguerite maria mariah marian marianne
  maribel maricela marie marilyn marina mario marion marisol marissa maritza marjorie mark marla
  marlene marlon marquis marsha marshall marta martha martin martina marty marvin mary maryann
  mason mathew matilda matt matthew mattie maude maureen maurice mauricio max maxine maxwell may
  maya mayra meagan megan meghan mei melanie melba melinda melissa melody melvin mercedes meredith
  merle mia micah michael micheal michele michelle miguel mike milagros mildred miles millie
  milton mindy minh minnie miranda miriam misty mitchell mohamed mohammed moises mollie molly mona
  monica monique monty morgan morris moses muhammad muriel mustafa myra myrna myron myrtle nadia
  nadine nancy naomi natalia natalie natasha nathan nathaniel neal ned neha neil nell nellie
  nelson nestor nettie nevaeh nicholas nichole nick nicolas nicole nikki nina noah noel noemi
  nolan nora norbert norma norman ofelia oksana ola oleg olga olive oliver olivia ollie omar opal
  ophelia orlando orville oscar osvaldo otis otto owen pablo paige pam pamela parker patrice
  patricia patrick patsy patti patty paul paula paulette pauline pearl pedro peggy penelope penny
  percy perla perry pete peter peyton phil philip phillip phuong phyllis pierre pilar polly pooja
  precious preston priscilla priya quang quentin quincy quinton rachael rachel rachelle rae rafael
  rahul raj rajesh ralph ramesh ramiro ramon ramona randal randall randi randolph randy raphael
  raquel rashad raul raven ray raymond reba rebecca rebekah refugio reggie regina reginald rena
  rene renee reuben rex reyna reynaldo rhonda ricardo richard rick rickey ricky riley rita rob
  robbie robert roberta roberto robin robyn rochelle rocio rocky rod roderick rodney rodolfo
  rodrigo rogelio roger roland rolando roman ron ronald ronda ronnie roosevelt rory rosa rosalie
  rosalind rosalinda rosario roscoe rose rosemarie rosemary rosetta rosie ross rowena roxanne roy
  royce ruben ruby rudolph rudy rufus russell ruth ryan sabrina sadie sallie sally salvador
  salvatore sam samantha sammy samuel sandra sandy sanjay santiago santos sara sarah sasha saul
  savannah scarlett scott scotty sean sebastian selena selma serena sergei sergio seth shane
  shanice shaniqua shannon shari sharon shaun shawn shawna sheena sheila shelby sheldon shelia
  shelley shelly sheri sherman sherri sherrie sherry sheryl shirley sidney sierra silvia simon
  simone skylar socorro sofia soledad solomon sonia sonja sonya sophia sophie spencer stacey
  stacie stacy stan stanley stefanie stella stephan stephanie stephen sterling steve steven
  stewart stuart sue summer sunita suresh susan susana susanne susie suzanne sydney sylvester
  sylvia tabitha takashi tamara tameka tami tamika tammie tammy tania tanisha tanya tara tariq
  tasha tatiana tatyana taylor ted teddy terence teresa teri terrance terrell terrence terri terry
  thaddeus thanh thelma theodore theresa therese thomas thuy tia tierra tiffany tim timmy timothy
  tina toby todd tom tomas tomeka tommy toni tony tonya tracey traci tracie tracy travis trent
  trevor tricia trina trinity trisha tristan troy trudy tuan tyler tyrone tyson ursula valentina
  valeria valerie vance vanessa vaughn velma vera verna vernon veronica vicente vicki vickie vicky
  victor victoria vijay vincent viola violet virgil virginia vivian vladimir wade wallace walter
  wanda warren wayne wei wendell wendy wesley whitney wilbert wilbur wilfred will willard william
  willie willis wilma winifred winston woodrow wyatt xavier ximena xiomara xiu yadira yan yasmin
  yesenia yoko yolanda yusuf yvette yvonne zachary zainab zoe zoey`.split(/\s+/),
);

/** First names that are words, places or abbreviations too: names only where capitals say so. */
export const firstNamesAsWords: ReadonlySet<string> = new Set(
  `addison amber ana angel april art asia aurora austin autumn ava basil bill brandy brooklyn candy
  carolina charity charlotte chase chelsea christian clay cleveland cliff cole colt crystal dakota
  daisy dallas dawn dean dee deja destiny dixie don drew duke earl easton ebony faith fern
  florence forrest frank gene geneva genesis georgia ginger glen grace grant guy harley harmony
  hazel heath heather holly hope houston hudson hunter ida ina ira iris israel ivy jack jackson
  jade jan jay jean jewel joy june jun junior kay kenya king lance lane lee lincoln lily london
  lou mae major marcel marina mark mason may melody mercedes mercy miles misty mona monte noble
  nova olive opal orlando page parker pat patience pearl penny precious ray reed rich rob robin
  rocky rod roman rose rosemary royal ruby rusty sandy savannah sierra sky star sterling stormy
  sue summer sydney tia trinity van vance vera victor viola violet virginia wade ward will`.split(
    /\s+/,
  ),
);

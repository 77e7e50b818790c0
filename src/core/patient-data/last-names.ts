// Last names that are common in the United States, by which a name is known as one in free text.
// Most are of the Census Bureau's list of 1990 (dist.all.last; in the public domain). Names that
// are nothing but everyday words to a coder (Case, Head, Colon) are left out.

export const lastNames: ReadonlySet<string> = new Set(
  `abbott abrams acevedo ackerman acosta adams adebayo adkins agarwal aguilar aguirre ahmed akers
  albert albright aldridge alexander alford allen allison alston alvarado alvarez andersen
  anderson andrade andrews anthony archer arellano arias armstrong arnold arrington arroyo arthur
  ashley atkins atkinson austin avalos avery avila ayala ayers baca bacon baez bailey baird baker
  baldwin ballard banks barber barker barlow barnard barnes barnett barr barrera barrett barron
  barry bartlett barton bass bates bauer bautista baxter beach bean beard beasley beatty beck
  becker begay belcher bell beltran benavides bender benitez benjamin bennett benson bentley
  benton berg berger bergeron bermudez bernal bernard berry bianchi bingham bird bishop black
  blackburn blackmon blackwell blair blake blanchard blanco bland blankenship blanton blevins
  boggs bolden bolton bond bonilla bonner booker boone booth boswell boucher boudreaux bowen
  bowers bowman boyce boyd boyer boyle bradford bradley bradshaw brady brandon brandt brantley
  braun bray brennan brewer bridges briggs bright britt britton brock brooks broussard brown
  browning bruce bruno bryan bryant buchanan buck buckley buckner bui bullard bullock bunch burch
  burgess burgos burke burkett burks burnett burns burrell burris burton bush butler byers byrd
  byrne cabrera cain calderon caldwell calhoun callahan camacho cameron campbell campos cannon
  cano cantrell cantu cardenas carey carlisle carlson carmichael carmona carney carpenter carr
  carrillo carroll carson carter cartwright carver casey cash castaneda castillo castro caudill
  cervantes chamberlain chambers chan chandler chaney chang chapman chappell charles chase chavez
  chen cherry childers childress childs cho choi christensen christian chung cisneros clark clarke
  clay clayton clement clements clemons cleveland cline coates cobb cochran coffey coffman cohen
  coker colbert cole coleman collier collins combs compton conklin conley conner connolly connor
  conrad contreras conway cook cooke cooley cooper copeland corbett corbin cordero cordova cormier
  corona correa cortes cortez costa costello cotton couch covington cowan cox crabtree craft craig
  cramer crane crawford crocker crockett crosby crouch crow crowe crowley cruz cuevas cummings
  cunningham curran curry curtis dahl dailey dale dalton daly dang daniel daniels daugherty
  davenport david davidson davies davila davis dawson dean decker dejesus delacruz delaney
  delarosa deleon delgado dempsey dennis denton desai diallo dias diaz dickerson dickey dickinson
  dickson dillard dillon diop dixon dobson dodd dodson doe doherty dolan dominguez donahue
  donaldson donnelly donovan dooley dorsey dotson dougherty douglas downey downing downs doyle
  drake draper driscoll duarte dubois dudley duffy duke dunbar duncan dunham dunlap dunn duran
  durham dwyer dyer eaton edmonds edwards elder eldridge elkins elliott ellis ellison elmore
  emerson emery england enriquez erickson erwin escobar esparza espinosa espinoza esquivel estes
  estrada evans everett ewing farley farmer farrell farris faulkner feldman feliciano felix
  ferguson fernandez ferrari ferreira ferrell ferris fields figueroa finch finley fischer fisher
  fitzgerald fitzpatrick flanagan fleming fletcher flores flowers floyd flynn foley fontenot
  forbes ford forrest foster fowler fox francis franco frank franklin franks fraser frazier
  frederick freeman frey friedman fritz frost fry frye fuentes fuller fulton gagnon gaines galindo
  gallagher gallegos galloway galvan gamble garcia gardner garland garner garrett garrison gary
  garza gates gay gentry george gibbons gibbs gibson gilbert giles gill gillespie gilliam gilmore
  glenn glover godfrey godwin goff goins goldberg golden goldstein gomez gonzales gonzalez goodman
  goodwin gordon gore gorman goss gould grady graham grant graves gray green greene greenwood
  greer gregg gregory griffin griffith griggs grimes grimm gross groves guerra guerrero guillory
  gunn gunter gupta gustafson guthrie gutierrez guy guzman haas hahn haines hale haley hall
  hamilton hamm hammond hampton hancock haney hanna hansen hanson harden hardin harding hardy
  hargrove harmon harper harrell harrington harris harrison hart hartley hartman harvey hassan
  hastings hatcher hatfield hawkins hayden hayes haynes hays heath hebert helms henderson
  hendricks hendrickson hendrix henry hensley henson herbert herman hernandez herrera herring
  herron hess hester hewitt hickey hickman hicks higgins hill hilliard hilton hines hinkle
  hinojosa hinton hobbs hodge hodges hoffman hogan holbrook holcomb holden holland holley
  hollingsworth hollis holloway holman holmes holt hood hooper hoover hopkins hopper horn horne
  horton hoskins houston howard howe howell huang hubbard huber hudson huerta huff huffman hughes
  hull humphrey hunt hunter hurley hurst hussain hussein hutchins hutchinson hutchison huynh hyde
  ibarra ibrahim ingram irwin ivanov ivey iyer jackson jacobs jacobson james jamison jaramillo
  jarvis jefferson jeffries jenkins jennings jensen jimenez johns johnson johnston jones jordan
  joseph joshi joyce joyner juarez jung justice kaiser kaminski kane kang kaplan katz kaufman kaur
  keith keller kelley kelly kemp kendall kennedy kenney kent kerr kessler khan kidd kim kimball
  king kinney kirby kirk kirkland kirkpatrick klein kline knapp knight knowles knox koch kramer
  krause krueger kuhn kumar lacy lake lam lamb lambert lancaster landry lane lang lange langley
  lara larkin larsen larson latham lawrence lawson leach leblanc lee lehman leon leonard leslie
  lester levine levy lewis li lim lin lindsay lindsey liu livingston lloyd locke lockhart logan
  long longoria lopez lott love lovell lowe lowery lowry lozano lucas lucero lugo lujan luna lund
  lutz lynch lynn lyon lyons macdonald macias mack mackey madden maddox madison magee mahmoud
  mahoney maldonado malone maloney manley mann manning manuel marino marks marquez marrero marsh
  marshall martin martinez mason massey mata mathews mathis matthews maxwell mayer mayes mayfield
  maynard mayo mays mcallister mcbride mccabe mccain mccall mccann mccarthy mccarty mcclain
  mcclellan mcclendon mcclure mcconnell mccord mccormick mccoy mccray mccullough mcdaniel
  mcdermott mcdonald mcdowell mcelroy mcfadden mcfarland mcgee mcghee mcgill mcginnis mcgowan
  mcgrath mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinley mckinney mcknight
  mclaughlin mclean mcleod mcmahon mcmillan mcnamara mcneal mcneil mcneill mcpherson mcqueen meade
  meadows medina meeks mehta mejia melendez melton mendez mendoza menon mensah mercado mercer
  merrill merritt metcalf meyer meyers meza michael michaud middleton miles miller milligan mills
  milton miranda mitchell mobley mohammed molina monroe montano montes montgomery montoya moody
  moon mooney moore mora morales moran moreno morgan morin morris morrison morrow morse morton
  moser moses mosley moss moyer mueller mullen muller mullins muniz munoz murdock murillo murphy
  murray myers nakamura nash navarro neal neely nelson newell newman newsome newton nguyen nichols
  nicholson nielsen nieves nix nixon noble noel nolan norman norris norton norwood novak nowak
  nunez obrien ochoa oconnell oconnor odell odom odonnell okafor oliver olsen olson oneal oneil
  oneill orozco orr ortega ortiz osborn osborne otero owen owens pace pacheco padgett padilla page
  palacios palmer park parker parks parrish parsons pate patel patrick patterson patton paul payne
  payton pearce pearson peck pelletier pena penn pennington peralta pereira perez perkins perry
  peters petersen peterson petty pham phelps phillips phipps pickett pierce pierson pike pineda
  pittman pitts plummer poe polk pollard pollock ponce poole pope popov porter potter potts powell
  powers pratt preston price prince pritchard proctor pruitt pryor puckett pugh quinn quinones
  quintana quintero rainey ramirez ramos ramsey randall randolph rangel rankin rasmussen ratliff
  ray raymond reddy reece reed reese reeves reid reilly reyes reyna reynolds rhodes rice rich
  richard richards richardson richmond richter riddle riggs riley rios ritchie ritter rivas rivera
  rivers roach robbins roberson roberts robertson robinson robles rocha rodgers rodrigues
  rodriguez rodriquez roe rogers rojas rollins roman romano romero rosa rosado rosales rosario
  rose rosen rosenberg ross rossi roth rouse rowe rowland roy rubio rucker ruiz rush russell russo
  rutherford rutledge ryan saenz salas salazar saldana salgado salinas sampson samuels sanchez
  sanders sanderson sandoval sanford santana santiago santos sargent sato saunders savage sawyer
  schaefer schmidt schmitt schmitz schneider schroeder schultz schwartz schwarz scott sears segura
  sellers serrano sewell sexton seymour shafer shaffer shah shannon shapiro sharma sharp sharpe
  shaw shea sheehan shelton shepard shepherd sheppard sheridan sherman shields shirley shoemaker
  siegel silva simmons simms simon simpson sims sinclair singh singhal singleton skinner slater
  slaughter sloan smart smith snell snider snow snyder solis solomon sorensen sosa soto souza
  sparks spears spence spencer spivey springer stafford stanford stanley stanton stark starr
  steele stein stephens stephenson sterling stevens stevenson stewart stinson stokes stone stout
  stover strickland stroud stuart suarez sullivan summers sutherland sutton suzuki swain swanson
  swartz sweeney sweet sykes takahashi talley tanaka tang tanner tapia tate tatum taylor teague
  terrell terry thomas thomason thompson thornton thurman tidwell tillman tipton todd tolbert
  tomlinson torres townsend tracy tran travis trejo trevino trujillo truong tucker turner tuttle
  tyler tyson underwood valdez valencia valentine valenzuela vance vang varela vargas vasquez
  vaughan vaughn vazquez vega vela velasco velasquez velazquez velez ventura vera vickers vigil
  villa villalobos villanueva villarreal villegas vincent vinson vogel vu wade wagner walden
  walker wallace waller walls walsh walter walters walton wang ward ware warner warren washington
  watanabe waters watkins watson watts weaver webb webber weber webster weiss welch wells welsh
  werner west weston whaley wheeler whitaker white whitehead whitfield whitley whitney wiggins
  wilcox wilder wiley wilkerson wilkins wilkinson william williams williamson willis wilson
  winston winter winters wise witt wolf wolfe womack wong wood woodard woodruff woods woodward
  wooten worley wright wu wyatt wynn xiong xu yang yarbrough yates yazzie yoder york young yu
  zamora zapata zavala zepeda zhang zhou zhu ziegler zimmerman zuniga`.split(/\s+/),
);

/** Last names that are words too: beside a first name that nobody knows they prove nothing. */
export const lastNamesAsWords: ReadonlySet<string> = new Set(
  `akers ash ashley austin bacon baker ball banks bass bates beach bean beard bell berry bird
  bishop black blair bland bond booth brand bright brown burns bush butcher butler camp cannon
  carpenter cash chambers chase cherry christian clay coates cole cook cooke cooper cotton couch
  craft crane cross crow curry dean dickey dodge downs duke dyer elder england ewing fair farmer
  fields finch fish fisher flowers ford foster fountain fowler fox frank franks freeman friend
  frost fry fuller gamble gardner gates gay gentry gill glover golden good gore grace grant graves
  gray green greer grimm gross grove groves guy hall hancock harden hardy harper hart head heath
  hill hinds holland hood hope hopper horn house howe hull hunt hunter hurt jordan joyner justice
  keen key keys king kirk knight lake lamb land lane large law lay leach lee little locke long
  lord love lynch major mann marks marsh mason may mays meadows means mercer miles mills miner
  minor moody moon moore morrow moss mott myles nance noble north nunn owens pace page painter
  palmer park parker parks pate peck penn person pike pitts polk pool poole pope porter potter
  potts powers price prince quick rains ramsey randle ray reed reese rich riddle rivers roach
  roman root rose rush sands savage sawyer sears sellers sharp shields shore short silver sims
  singer singleton skinner slaughter small smart snow sparks spears spence spring starks stein
  stern stiles stone stout strange street strong summers swain swan sweet swift tanner tate taylor
  temple terry tripp turner vance wade walker wall waller walls ward ware warner waters watts way
  weaver webb webster weeks welch wells welsh west wheeler white wilder wiley winter winters wise
  wolf wood woods workman young`.split(/\s+/),
);

"""The names of people in the United States, the most common first.

Family names are about in the order of the census of 2010 [Census Bureau, Frequently Occurring
Surnames], given names about in that of the people born from 1950 to 2020 [Social Security
Administration, Popular Baby Names]. Some rarer names follow, so that every origin is represented.
"""

FEMALE_FIRST_NAMES = """
    Mary Jennifer Lisa Patricia Jessica Elizabeth Michelle Linda Ashley Kimberly Sarah Amanda Emily
    Stephanie Melissa Susan Karen Nancy Rebecca Amy Angela Laura Barbara Nicole Emma Samantha
    Heather Rachel Hannah Megan Olivia Christina Lauren Maria Katherine Sandra Donna Cynthia Andrea
    Tiffany Kelly Victoria Danielle Julie Christine Deborah Anna Sophia Alexis Abigail Madison
    Brittany Grace Sharon Isabella Courtney Natalie Alyssa Catherine Pamela Teresa Amber Debra
    Crystal Carol Margaret Vanessa Erin Kathleen Diana Kayla Allison Ava Dawn Tina Alexandra Chloe
    Erica Brenda Mia Jacqueline Shannon Denise Tammy Taylor Cheryl Kristen Diane Sara Carolyn
    Natasha Monica Kathryn Morgan April Janet Wendy Brianna Jasmine Kristin Charlotte Veronica
    Theresa Holly Leah Sydney Gabrielle Amelia Melanie Lindsay Caroline Tracy Robin Leslie Ella
    Valerie Tara Katie Whitney Paige Ruth Dana Evelyn Jenna Claire Cassandra Molly Lily Alicia
    Martha Virginia Audrey Zoe Misty Erika Lucy Naomi Haley Janice Kathy Brooke Heidi Savannah Rose
    Beth Jill Bianca Karla Helen Julia Aubrey Kaitlyn Marissa Adriana Joanna Regina Tamara Colleen
    Krista Stacy Carmen Yolanda Gina Kara Renee Autumn Angelica Bethany Mackenzie Jordan Alice
    Annette Sonia Rosa Ana Sylvia Suzanne Felicia Meredith Nina Ellen Joyce Judith Gloria Frances
    Tanya Priscilla Bonnie Claudia Josephine Hailey Cecilia Faith Hope Ariana Gianna Layla Penelope
    Nora Hazel Violet Stella Aurora Eleanor Lillian Camila Luna Ximena Guadalupe Esmeralda Daniela
    Mariana Valeria Alejandra Gabriela Leticia Marisol Kendra Latoya Tasha Ebony Keisha Aaliyah
    Imani Nia Mei Priya Anita Fatima Aisha Leila Yasmin Noor Linh
""".split()

MALE_FIRST_NAMES = """
    James Michael John Robert David Christopher Matthew William Joseph Daniel Joshua Andrew Anthony
    Brian Jason Ryan Kevin Thomas Jacob Eric Nicholas Jonathan Steven Timothy Justin Richard
    Brandon Benjamin Alexander Mark Tyler Adam Ethan Jeffrey Charles Aaron Nathan Samuel Zachary
    Kyle Noah Patrick Scott Paul Jose Sean Kenneth Stephen Logan Gregory Christian Austin Juan
    Edward Dylan Caleb Jordan Mason Gabriel Elijah Luis Ronald Lucas Carlos Donald Cameron George
    Evan Bryan Jesse Isaac Ian Peter Liam Jack Luke Connor Travis Jeremy Larry Angel Dustin Gary
    Isaiah Adrian Chad Keith Nathaniel Hunter Owen Marcus Julian Antonio Dennis Cody Douglas Jared
    Shawn Frank Victor Jerry Derek Trevor Cole Miguel Alejandro Bradley Todd Raymond Vincent Henry
    Blake Joel Seth Corey Craig Wesley Phillip Xavier Jesus Devin Brett Edwin Garrett Carter Philip
    Colin Max Chase Oscar Dominic Troy Brent Mario Jorge Francisco Ricardo Walter Shane Spencer
    Grant Eduardo Gerald Roger Russell Bobby Johnny Randy Willie Lawrence Albert Arthur Joe Ralph
    Roy Eugene Wayne Alan Bruce Harold Carl Louis Martin Curtis Leonard Ray Ernest Stanley Leon
    Micah Levi Wyatt Josiah Elias Miles Theodore Oliver Leo Sebastian Aiden Jayden Hudson Lincoln
    Ezra Asher Silas Simon Dean Preston Bryce Tristan Malik Jamal Darius Terrell Andre Reginald
    Terrence Maurice Tyrone Fernando Javier Sergio Roberto Rafael Pedro Manuel Hector Ruben Cesar
    Armando Enrique Ivan Omar Diego Andres Emilio Hassan Ahmed Ali Raj Arjun Kenji Minh Wei Dmitri
""".split()

FAMILY_NAMES = """
    Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez
    Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris
    Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill
    Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips
    Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
    Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson
    Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders
    Patel Myers Long Ross Foster Jimenez Powell Jenkins Perry Russell Sullivan Bell Coleman Butler
    Henderson Barnes Gonzales Fisher Vasquez Simmons Romero Jordan Patterson Alexander Hamilton
    Graham Reynolds Griffin Wallace Moreno West Cole Hayes Bryant Herrera Gibson Ellis Tran Medina
    Aguilar Stevens Murray Ford Castro Marshall Owens Harrison Fernandez McDonald Woods Washington
    Kennedy Wells Vargas Henry Chen Freeman Webb Tucker Guzman Burns Crawford Olson Simpson Porter
    Hunter Gordon Mendez Silva Shaw Snyder Mason Dixon Munoz Hunt Hicks Holmes Palmer Wagner Black
    Robertson Boyd Rose Stone Salazar Fox Warren Mills Meyer Rice Schmidt Garza Daniels Ferguson
    Nichols Stephens Soto Weaver Ryan Gardner Payne Grant Dunn Kelley Spencer Hawkins Arnold Pierce
    Hansen Peters Santos Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll
    Lane Riley Andrews Alvarado Ray Delgado Berry Perkins Hoffman Johnston Matthews Pena Richards
    Contreras Willis Carpenter Lawrence Sandoval Guerrero George Chapman Rios Estrada Ortega
    Watkins Greene Nunez Wheeler Valdez Harper Burke Larson Santiago Maldonado Morrison Franklin
    Carlson Austin Dominguez Carr Lawson Jacobs O'Brien Lynch Singh Vega Bishop Montgomery Oliver
    Jensen Harvey Williamson Gilbert Dean Sims Espinoza Howell Li Wong Reid Hanson Le McCoy Garrett
    Burton Fuller Wang Weber Welch Rojas Lucas Marquez Fields Park Yang Little Banks Padilla Day
    Walsh Bowman Schultz Luna Fowler Mejia Davidson Acosta Brewer May Holland Juarez Newman Pearson
    Curtis Cortez Douglas Schneider Joseph Barrett Navarro Figueroa Keller Avila Wade Molina
    Stanley Hopkins Campos Barnett Bates Chambers Caldwell Beck Lambert Miranda Byrd Craig Ayala
    Lowe Frazier Powers Neal Leonard Gregory Carrillo Sutton Fleming Rhodes Shelton Schwartz Norris
    Jennings Watts Duran Walters Cohen McDaniel Moran Parks Steele Vaughn Becker Holt Deleon Barker
    Terry Hale Leon Benson Haynes Horton Miles Lyons Pham Graves Bush Thornton Wolfe Warner Cabrera
    McKinney Mann Zimmerman Dawson Lara Fletcher Page McCarthy Love Robles Cervantes Solis Erickson
    Reeves Chang Klein Salinas Fuentes Baldwin Daniel Simon Velasquez Hardy Higgins Aguirre Lin
    Cummings Chandler Sharp Barber Bowen Ochoa Dennis Robbins Liu Ramsey Francis Griffith Paul
    Blair O'Connor Cardenas Pacheco Cross Calderon Quinn Moss Swanson Chan Rivas Khan Rodgers
    Serrano Fitzgerald Rosales Stevenson Christensen Manning Gill Curry McLaughlin Harmon McGee
    Gross Doyle Garner Newton Burgess Reese Walton Blake Trujillo Adkins Brady Goodman Roman
    Webster Goodwin Fischer Huang Potter Delacruz Montoya Todd Wu Hines Mullins Castaneda Malone
    Cannon Tate Mack Sherman Hubbard Hodges Zhang Guerra Wolf Valencia Saunders Franco Rowe
    Gallagher Farmer Hammond Hampton Townsend Ingram Wise Gallegos Clarke Barton Schroeder Maxwell
    Waters Logan Camacho Strickland Norman Colon Parsons Frank Harrington Glover Osborne Buchanan
    Casey Floyd Patton Ibarra Ball Tyler Suarez Bowers Orozco Salas Cobb Gibbs Andrade Bauer Conner
    Moody Escobar McGuire Lloyd Mueller Hartman French Kramer McBride Pope Lindsey Velazquez Norton
    McCormick Sparks Flynn Yates Hogan Marsh Macias Villanueva Zamora Pratt Stokes Owen Ballard
    Lang Brock Villarreal Charles Drake Barrera Cain Patrick Pineda Burnett Mercado Santana
    Shepherd Bautista Ali Shaffer Lamb Trevino McKenzie Hess Olsen Cochran Morton Nash Wilkins
    Petersen Briggs Shah Roth Nicholson Holloway Lozano Flowers Rangel Hoover Arias Short Mora
    Valenzuela Bryan Meyers Weiss Underwood Bass Greer Summers Houston Carson Morrow Clayton
    Whitaker Decker Yoder Collier Zuniga Carey Wilcox Melendez Poole Roberson Larsen Conley
    Davenport Copeland Massey Lam Huff Rocha Cameron Jefferson Hood Monroe Anthony Pittman Huynh
    Randall Singleton Kirk Combs Mathis Christian Skinner Bradford Richard Galvan Wall Boone Kirby
    Wilkinson Bridges Bruce Atkinson Velez Meza Roy Vincent York Hodge Villa Abbott Allison Tapia
    Gates Chase Sosa Sweeney Farrell Wyatt Dalton Horn Barron Phelps Yu Dickerson Heath Foley
    Atkins Mathews Bonilla Acevedo Benitez Zavala Hensley Glenn Cisneros Harrell Shields Rubio Choi
    Huffman Boyer Garrison Arroyo Bond Kane Hancock Callahan Dillon Cline Wiggins Grimes Arellano
    Melton O'Neill Savage Ho Beltran Pitts Parrish Ponce
""".split()

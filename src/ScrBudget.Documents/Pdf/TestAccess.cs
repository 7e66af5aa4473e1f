using System.Runtime.CompilerServices;

// Fonts and lines are tested by themselves; the programs need none of these types.
[assembly: InternalsVisibleTo("ScrBudget.Documents.Tests")]

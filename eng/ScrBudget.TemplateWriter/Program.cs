using ScrBudget.TemplateWriter;

// Writes the shipped templates. Usage: dotnet run --project eng/ScrBudget.TemplateWriter -- templates
if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: dotnet run --project eng/ScrBudget.TemplateWriter -- FOLDER");
    return 2;
}

Directory.CreateDirectory(folder);
var path = Path.Combine(folder, "exhibit.docx");
File.WriteAllBytes(path, WordPackage.Write(ExhibitTemplate.Body(), ExhibitTemplate.Header(), ExhibitTemplate.Footer()));
Console.WriteLine(path);
return 0;

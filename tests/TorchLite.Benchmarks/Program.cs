// dotnet run -c Release --project tests/TorchLite.Benchmarks -- quick [--python "<command that starts a Python with torch>"] [--only TEXT]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- files [--python "<command that starts a Python with torch>"]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- distributed [--python "<command that starts a Python with torch>"]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- data [--mnist "<folder of the test set>"] [--python "<command>"] [--only NAME]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- interop
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- jit [--python "<command that starts a Python with torch>"]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- networks [--python "<command>"] [--threads N] [--only TEXT] [--step WAY]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- ddp [--python "<command that starts a Python with torch>"]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- exported FOLDER [--python "<command>"]
// dotnet run -c Release --project tests/TorchLite.Benchmarks -- <arguments of BenchmarkDotNet, such as --filter '*'>
using TorchLite.Benchmarks;

switch (args)
{
    case ["start", var library]:
        // A child of the quick table. It must load nothing that the other library's child does not.
        return StartUp.Child(library);
    case ["quick", .. var options]:
        return QuickTable.Run(options);
    case ["distributed"]:
        return DistributedTable.Run(null);
    case ["distributed", "rank"]:
        return DistributedTable.Rank();
    case ["distributed", "--python", var python]:
        return DistributedTable.Run(python);
    case ["files"]:
        return FilesTable.Run(python: null);
    case ["files", "--python", var python]:
        return FilesTable.Run(python);
    case ["data", .. var options]:
        return DataTable.Run(Named("--mnist"), Named("--python"), Named("--only"));

        string? Named(string option) => Array.IndexOf(options, option) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
    case ["networks", .. var options]:
        return NetworksTable.Run(options);
    case ["ddp", "worker", var rank, var init]:
        return DdpTable.Worker(rank, init);
    case ["ddp", .. var options]:
        return DdpTable.Run(options);
    case ["exported", var folder]:
        return ExportedTable.Run(folder, python: null);
    case ["exported", var folder, "--python", var python]:
        return ExportedTable.Run(folder, python);
    case ["jit"]:
        return JitTable.Run(python: null);
    case ["jit", "--python", var python]:
        return JitTable.Run(python);
    case ["interop"]:
        return InteropTable.Run();
    default:
        return Thorough.Run(args);
}

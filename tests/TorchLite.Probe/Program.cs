// What the tests run as a child process, because it may fail in ways that end a process.
using TorchLite.Native.Loading;

switch (args)
{
    case ["hello"]:
        NativeLoader.EnsureLoaded();
        Console.WriteLine(TorchSharp.torch.ones(2, 3).ToString(TorchSharp.TensorStringStyle.Numpy));
        return 0;

    default:
        Console.Error.WriteLine("usage: probe hello");
        return 2;
}

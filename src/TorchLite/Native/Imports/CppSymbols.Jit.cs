namespace TorchLite.Native;

/// <content>Modules of TorchScript. Texts, lists and shared pointers are libstdc++'s, laid out by hand: Linux x64 only.</content>
internal static partial class CppSymbols
{
    /// <summary>
    /// <c>torch::jit::Module torch::jit::load(std::shared_ptr&lt;ReadAdapterInterface&gt;, std::optional&lt;c10::Device&gt;, bool)</c>.
    /// </summary>
    internal static readonly CppSymbol LoadScript = new(
        "_ZN5torch3jit4loadESt10shared_ptrIN6caffe29serialize20ReadAdapterInterfaceEESt8optionalIN3c106DeviceEEb");

    /// <summary>
    /// <c>torch::jit::Module torch::jit::freeze(const Module&amp;, const std::optional&lt;std::vector&lt;std::string&gt;&gt;&amp;,
    /// bool)</c>.
    /// </summary>
    internal static readonly CppSymbol FreezeScript = new(
        "_ZN5torch3jit6freezeERKNS0_6ModuleERKSt8optionalISt6vectorINSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEESaISB_EEEb");

    /// <summary>
    /// <c>torch::jit::Module torch::jit::optimize_for_inference(Module&amp;, const std::vector&lt;std::string&gt;&amp;)</c>.
    /// </summary>
    internal static readonly CppSymbol OptimizeScript = new(
        "_ZN5torch3jit22optimize_for_inferenceERNS0_6ModuleERKSt6vectorINSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEESaIS9_EE");

    /// <summary><c>std::string torch::jit::Module::dump_to_str(bool, bool, bool) const</c>.</summary>
    internal static readonly CppSymbol DumpScript = new("_ZNK5torch3jit6Module11dump_to_strB5cxx11Ebbb");

    /// <summary><c>std::optional&lt;Method&gt; torch::jit::Object::find_method(const std::string&amp;) const</c>.</summary>
    internal static readonly CppSymbol FindScriptMethod = new(
        "_ZNK5torch3jit6Object11find_methodERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE");

    /// <summary>
    /// <c>torch::jit::PythonPrint::PythonPrint(std::vector&lt;IValue&gt;&amp;, PrintDepsTable&amp;, std::function&lt;…&gt;, bool)</c>.
    /// </summary>
    internal static readonly CppSymbol MakePrinter = new(
        "_ZN5torch3jit11PythonPrintC1ERSt6vectorIN3c106IValueESaIS4_EERNS0_14PrintDepsTableESt8functionIFSt8optionalINSt7__cxx1112basic_"
        + "stringIcSt11char_traitsIcESaIcEEEERKNS3_4TypeEEEb");

    /// <summary><c>void torch::jit::PythonPrint::printMethod(const Function&amp;)</c>.</summary>
    internal static readonly CppSymbol PrintMethod = new("_ZN5torch3jit11PythonPrint11printMethodERKNS0_8FunctionE");

    /// <summary><c>std::string torch::jit::PythonPrint::str() const</c>.</summary>
    internal static readonly CppSymbol PrintedText = new("_ZNK5torch3jit11PythonPrint3strB5cxx11Ev");

    internal static IEnumerable<CppSymbol> Jit =>
        [LoadScript, FreezeScript, OptimizeScript, DumpScript, FindScriptMethod, MakePrinter, PrintMethod, PrintedText];
}

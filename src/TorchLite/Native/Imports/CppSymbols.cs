namespace TorchLite.Native;

/// <summary>
/// What of libtorch is called by C++'s names: functions that neither LibTorchSharp nor the C ABI has. A test looks for each of them in the
/// packages of all systems.
/// </summary>
internal static partial class CppSymbols
{
    /// <summary>The type information of <c>std::exception</c>, in libstdc++ itself.</summary>
    internal const string StandardException = "_ZTISt9exception";

    /// <summary><c>const std::shared_ptr&lt;Node&gt;&amp; at::TensorBase::grad_fn() const</c>.</summary>
    internal static readonly CppSymbol GradFn = new(
        "_ZNK2at10TensorBase7grad_fnEv",
        "?grad_fn@TensorBase@at@@QEBAAEBV?$shared_ptr@UNode@autograd@torch@@@std@@XZ",
        "_ZNK2at10TensorBase7grad_fnEv");

    /// <summary><c>std::string torch::autograd::Node::name() const</c>, which is virtual.</summary>
    internal static readonly CppSymbol NodeName = new(
        "_ZNK5torch8autograd4Node4nameB5cxx11Ev",
        "?name@Node@autograd@torch@@UEBA?AV?$basic_string@DU?$char_traits@D@std@@V?$allocator@D@2@@std@@XZ",
        "_ZNK5torch8autograd4Node4nameEv");

    /// <summary><c>bool at::TensorBase::is_view() const</c>. Used beside counts of owners, which libc++ keeps otherwise.</summary>
    internal static readonly CppSymbol IsView = new("_ZNK2at10TensorBase7is_viewEv", "?is_view@TensorBase@at@@QEBA_NXZ");

    /// <summary>
    /// <c>std::_Sp_counted_base::_M_release()</c> of libstdc++, which every library exports that uses shared pointers; elsewhere it is
    /// inline.
    /// </summary>
    internal static readonly CppSymbol ReleaseShared = new("_ZNSt16_Sp_counted_baseILN9__gnu_cxx12_Lock_policyE2EE10_M_releaseEv");

    /// <summary>The table of virtual functions of torch::autograd::AccumulateGrad.</summary>
    internal static readonly CppSymbol AccumulateGrad = new(
        "_ZTVN5torch8autograd14AccumulateGradE", "??_7AccumulateGrad@autograd@torch@@6B@");

    /// <summary>
    /// <c>std::shared_ptr&lt;Node&gt; torch::autograd::impl::try_get_grad_accumulator(const at::TensorBase&amp;)</c>. For the mutex in the
    /// node, which is known as glibc's only.
    /// </summary>
    internal static readonly CppSymbol TryGetGradAccumulator = new(
        "_ZN5torch8autograd4impl24try_get_grad_accumulatorERKN2at10TensorBaseE");

    /// <summary><c>bool torch::autograd::get_current_graph_task_keep_graph()</c>.</summary>
    internal static readonly CppSymbol KeepsGraph = new(
        "_ZN5torch8autograd33get_current_graph_task_keep_graphEv",
        "?get_current_graph_task_keep_graph@autograd@torch@@YA_NXZ",
        "_ZN5torch8autograd33get_current_graph_task_keep_graphEv");

    /// <summary><c>int torch::autograd::get_current_graph_task_id()</c>; -1 outside of any.</summary>
    internal static readonly CppSymbol CurrentTask = new(
        "_ZN5torch8autograd25get_current_graph_task_idEv",
        "?get_current_graph_task_id@autograd@torch@@YAHXZ",
        "_ZN5torch8autograd25get_current_graph_task_idEv");

    /// <summary><c>unsigned at::TensorBase::_register_hook(std::function&lt;TensorBase(const TensorBase&amp;)&gt;) const</c>.</summary>
    internal static readonly CppSymbol RegisterHook = new("_ZNK2at10TensorBase14_register_hookESt8functionIFS0_RKS0_EE");

    /// <summary>
    /// <c>void torch::autograd::impl::set_post_acc_grad_hooks(const at::TensorBase&amp;,
    /// std::unique_ptr&lt;PostAccumulateGradHook&gt;)</c>.
    /// </summary>
    internal static readonly CppSymbol SetPostAccumulateHooks = new(
        "_ZN5torch8autograd4impl23set_post_acc_grad_hooksERKN2at10TensorBaseESt10unique_ptr"
        + "INS0_22PostAccumulateGradHookESt14default_deleteIS7_EE");

    /// <summary>
    /// <c>std::unique_ptr&lt;PostAccumulateGradHook&gt;&amp; torch::autograd::impl::post_acc_grad_hooks(const at::Tensor&amp;)</c>.
    /// </summary>
    internal static readonly CppSymbol PostAccumulateHooks = new("_ZN5torch8autograd4impl19post_acc_grad_hooksERKN2at6TensorE");

    /// <summary><c>c10::UndefinedTensorImpl::_singleton</c>: what a tensor that is none points to.</summary>
    internal static readonly CppSymbol UndefinedTensor = new("_ZN3c1019UndefinedTensorImpl10_singletonE", IsInC10: true);

    /// <summary><c>uint64_t torch::autograd::forward_ad::enter_dual_level()</c>.</summary>
    internal static readonly CppSymbol EnterDualLevel = new(
        "_ZN5torch8autograd10forward_ad16enter_dual_levelEv",
        "?enter_dual_level@forward_ad@autograd@torch@@YA_KXZ",
        "_ZN5torch8autograd10forward_ad16enter_dual_levelEv");

    /// <summary><c>void torch::autograd::forward_ad::exit_dual_level(uint64_t)</c>.</summary>
    internal static readonly CppSymbol ExitDualLevel = new(
        "_ZN5torch8autograd10forward_ad15exit_dual_levelEm",
        "?exit_dual_level@forward_ad@autograd@torch@@YAX_K@Z",
        "_ZN5torch8autograd10forward_ad15exit_dual_levelEy");

    /// <summary><c>int64_t at::impl::VmapMode::increment_nesting()</c>.</summary>
    internal static readonly CppSymbol EnterVmap = new(
        "_ZN2at4impl8VmapMode17increment_nestingEv",
        "?increment_nesting@VmapMode@impl@at@@SA_JXZ",
        "_ZN2at4impl8VmapMode17increment_nestingEv");

    /// <summary><c>int64_t at::impl::VmapMode::decrement_nesting()</c>.</summary>
    internal static readonly CppSymbol ExitVmap = new(
        "_ZN2at4impl8VmapMode17decrement_nestingEv",
        "?decrement_nesting@VmapMode@impl@at@@SA_JXZ",
        "_ZN2at4impl8VmapMode17decrement_nestingEv");

    /// <summary>The table of virtual functions of at::BatchedTensorImpl.</summary>
    internal static readonly CppSymbol BatchedTensor = new(
        "_ZTVN2at17BatchedTensorImplE", "??_7BatchedTensorImpl@at@@6B@", "_ZTVN2at17BatchedTensorImplE");

    /// <summary><c>at::Context&amp; at::globalContext()</c>.</summary>
    internal static readonly CppSymbol GlobalContext = new(
        "_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ", "_ZN2at13globalContextEv");

    /// <summary><c>bool at::Context::deterministicAlgorithms() const</c>.</summary>
    internal static readonly CppSymbol IsDeterministic = new(
        "_ZNK2at7Context23deterministicAlgorithmsEv",
        "?deterministicAlgorithms@Context@at@@QEBA_NXZ",
        "_ZNK2at7Context23deterministicAlgorithmsEv");

    /// <summary><c>bool at::Context::deterministicAlgorithmsWarnOnly() const</c>.</summary>
    internal static readonly CppSymbol IsDeterministicWarnOnly = new(
        "_ZNK2at7Context31deterministicAlgorithmsWarnOnlyEv",
        "?deterministicAlgorithmsWarnOnly@Context@at@@QEBA_NXZ",
        "_ZNK2at7Context31deterministicAlgorithmsWarnOnlyEv");

    /// <summary><c>void at::Context::setDeterministicAlgorithms(bool, bool)</c>.</summary>
    internal static readonly CppSymbol SetDeterministic = new(
        "_ZN2at7Context26setDeterministicAlgorithmsEbb",
        "?setDeterministicAlgorithms@Context@at@@QEAAX_N0@Z",
        "_ZN2at7Context26setDeterministicAlgorithmsEbb");

    /// <summary><c>static bool at::Context::setFlushDenormal(bool)</c>.</summary>
    internal static readonly CppSymbol SetFlushDenormal = new(
        "_ZN2at7Context16setFlushDenormalEb", "?setFlushDenormal@Context@at@@SA_N_N@Z", "_ZN2at7Context16setFlushDenormalEb");

    /// <summary><c>at::Float32MatmulPrecision at::Context::float32MatmulPrecision() const</c>.</summary>
    internal static readonly CppSymbol MatmulPrecision = new(
        "_ZNK2at7Context22float32MatmulPrecisionEv",
        "?float32MatmulPrecision@Context@at@@QEBA?AW4Float32MatmulPrecision@2@XZ",
        "_ZNK2at7Context22float32MatmulPrecisionEv");

    /// <summary><c>void at::Context::setFloat32MatmulPrecision(const std::string&amp;)</c>.</summary>
    internal static readonly CppSymbol SetMatmulPrecision = new(
        "_ZN2at7Context25setFloat32MatmulPrecisionERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE",
        "?setFloat32MatmulPrecision@Context@at@@QEAAXAEBV?$basic_string@DU?$char_traits@D@std@@V?$allocator@D@2@@std@@@Z",
        "_ZN2at7Context25setFloat32MatmulPrecisionERKNSt3__112basic_stringIcNS1_11char_traitsIcEENS1_9allocatorIcEEEE");

    /// <summary><c>bool c10::WarningUtils::get_warnAlways()</c>.</summary>
    internal static readonly CppSymbol GetWarnAlways = new(
        "_ZN3c1012WarningUtils14get_warnAlwaysEv",
        "?get_warnAlways@WarningUtils@c10@@YA_NXZ",
        "_ZN3c1012WarningUtils14get_warnAlwaysEv",
        IsInC10: true);

    /// <summary><c>void c10::WarningUtils::set_warnAlways(bool)</c>.</summary>
    internal static readonly CppSymbol SetWarnAlways = new(
        "_ZN3c1012WarningUtils14set_warnAlwaysEb",
        "?set_warnAlways@WarningUtils@c10@@YAX_N@Z",
        "_ZN3c1012WarningUtils14set_warnAlwaysEb",
        IsInC10: true);

    /// <summary><c>void c10::set_default_dtype(caffe2::TypeMeta)</c>, whose only field is the number of a ScalarType, of 16 bits.</summary>
    internal static readonly CppSymbol SetDefaultDType = new(
        "_ZN3c1017set_default_dtypeEN6caffe28TypeMetaE",
        "?set_default_dtype@c10@@YAXVTypeMeta@caffe2@@@Z",
        "_ZN3c1017set_default_dtypeEN6caffe28TypeMetaE",
        IsInC10: true);

    /// <summary>
    /// <c>void c10::SetStackTraceFetcher(std::function&lt;std::string()&gt;)</c>. The function is machine code, which is there for
    /// Linux x64.
    /// </summary>
    internal static readonly CppSymbol SetStackTraceFetcher = new(
        "_ZN3c1020SetStackTraceFetcherESt8functionIFNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEvEE", IsInC10: true);

    /// <summary><c>c10::Allocator* c10::GetAllocator(const c10::DeviceType&amp;)</c>, for GPUs.</summary>
    internal static readonly CppSymbol GetAllocator = new("_ZN3c1012GetAllocatorERKNS_10DeviceTypeE", IsInC10: true);

    /// <summary>The table of virtual functions of c10::DeviceAllocator, by whose places the allocator of GPUs is called.</summary>
    internal static readonly CppSymbol DeviceAllocator = new("_ZTVN3c1015DeviceAllocatorE", IsInC10: true);

    /// <summary><c>int FLAGS_caffe2_log_level</c>: the least level that is written to the error output.</summary>
    internal static readonly CppSymbol LogLevel = new(
        "FLAGS_caffe2_log_level", "?FLAGS_caffe2_log_level@@3HA", "FLAGS_caffe2_log_level", IsInC10: true);

    /// <summary>All of them.</summary>
    internal static IEnumerable<CppSymbol> All =>
    [
        GradFn, NodeName, IsView, ReleaseShared, AccumulateGrad, TryGetGradAccumulator, KeepsGraph,
        RegisterHook, SetPostAccumulateHooks, PostAccumulateHooks, UndefinedTensor,
        EnterDualLevel, ExitDualLevel, EnterVmap, ExitVmap, BatchedTensor,
        GlobalContext, IsDeterministic, IsDeterministicWarnOnly, SetDeterministic, SetFlushDenormal, MatmulPrecision, SetMatmulPrecision,
        GetWarnAlways, SetWarnAlways, SetDefaultDType, SetStackTraceFetcher, GetAllocator, DeviceAllocator, LogLevel,
        .. Autocast, .. Profiler, .. Optimizers, .. Jit, .. Distributed, .. Reducing,
    ];
}

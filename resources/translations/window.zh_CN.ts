<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ActivitySection</name>
        <message>
            <source>At least one must be ticked.</source>
            <translation>至少要勾选一项。</translation>
        </message>
        <message>
            <source>Write day and time as 2026-07-16 09:00.</source>
            <translation>请写成2026-07-16 09:00这样的日期和时间。</translation>
        </message>
        <message>
            <source>Write the name of the activity.</source>
            <translation>请写活动名称。</translation>
        </message>
        <message>
            <source>There is an activity of this name: write the whole name of another.</source>
            <translation>已有同名或名称相近的活动：请换一个完整的名称。</translation>
        </message>
        <message>
            <source>{name} was taken away</source>
            <translation>已删除“{name}”</translation>
        </message>
        <message>
            <source>Opens</source>
            <translation>开始签到</translation>
        </message>
        <message>
            <source>Closes</source>
            <translation>结束签到</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Coming back</source>
            <translation>再次入场</translation>
        </message>
        <message>
            <source>Who may come</source>
            <translation>参加人员</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>证件类别</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Number tags</source>
            <translation>号码牌</translation>
        </message>
        <message>
            <source>As 2026-07-16 09:00, in the event&apos;s time; empty for no limit.</source>
            <translation>写成2026-07-16 09:00，按活动所在时区；不写则不限时间。</translation>
        </message>
        <message>
            <source>The room, as papers name it.</source>
            <translation>会场名称，印在各种表单上。</translation>
        </message>
        <message>
            <source>What a second scan of the same badge means.</source>
            <translation>同一证件再次扫码时怎样处理。</translation>
        </message>
        <message>
            <source>The list is made of invitations on the guest lists.</source>
            <translation>名单来自嘉宾名单中的受邀活动。</translation>
        </message>
        <message>
            <source>Badges of other categories are refused.</source>
            <translation>其他类别的证件不予放行。</translation>
        </message>
        <message>
            <source>Badges that open none of these zones are refused.</source>
            <translation>不能进入这些区域的证件不予放行。</translation>
        </message>
        <message>
            <source>A number given to each guest at the first arrival.</source>
            <translation>首次到场时发给每位嘉宾的号码。</translation>
        </message>
        <message>
            <source>Add an activity</source>
            <translation>新增活动</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Each activity has its own check-in.</source>
            <translation>每场活动单独签到。</translation>
        </message>
        <message>
            <source>Name of the new activity</source>
            <translation>新活动的名称</translation>
        </message>
        <message>
            <source>For example: Signing ceremony</source>
            <translation>例如：签约仪式</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Only where nobody was invited or checked in</source>
            <translation>只有无人受邀、无人签到的活动才能删除</translation>
        </message>
        <message>
            <source>Rules of check-in</source>
            <translation>签到规则</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Counts once; later scans are repeats</source>
            <translation>只入场一次，再扫算重复</translation>
        </message>
        <message>
            <source>Only after a scan at the exit</source>
            <translation>离场扫码后可再入场</translation>
        </message>
        <message>
            <source>Free, any number of times</source>
            <translation>自由进出，不限次数</translation>
        </message>
        <message>
            <source>Once every day</source>
            <translation>每天一次</translation>
        </message>
        <message>
            <source>All confirmed guests</source>
            <translation>全部已确认的嘉宾</translation>
        </message>
        <message>
            <source>Only who is on the list</source>
            <translation>仅限名单内人员</translation>
        </message>
        <message>
            <source>None</source>
            <translation>不发</translation>
        </message>
        <message>
            <source>The next free number is given</source>
            <translation>自动发下一个号码</translation>
        </message>
        <message>
            <source>The number on the tag is typed</source>
            <translation>录入牌上的号码</translation>
        </message>
        <message>
            <source>Invited to nothing yet.</source>
            <translation>还没有受邀活动。</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>受邀活动</translation>
        </message>
        <message>
            <source>Invite…</source>
            <translation>邀请…</translation>
        </message>
    </context>
    <context>
        <name>AlarmChips</name>
        <message>
            <source>T−{minutes}</source>
            <translation>T−{minutes}</translation>
        </message>
        <message>
            <source>Alarms {all}; passed: {passed}</source>
            <translation>提醒时间：{all}；已过：{passed}</translation>
        </message>
    </context>
    <context>
        <name>AlarmNotice</name>
        <message>
            <source>Show the board</source>
            <translation>看候场板</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{batch}: T−{minutes} has passed, signatories not named yet</source>
            <translation>{batch}已过T−{minutes}，签约人还未确定</translation>
        </message>
        <message>
            <source>{batch}: T−{minutes} has passed, {count} people missing: {names} …</source>
            <translation>{batch}已过T−{minutes}，还缺{count}人：{names}等</translation>
        </message>
        <message>
            <source>{batch}: T−{minutes} has passed, still missing: {names}</source>
            <translation>{batch}已过T−{minutes}，还缺：{names}</translation>
        </message>
    </context>
    <context>
        <name>AlarmStrip</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>T−{minutes} passed; signatories not named</source>
            <translation>已过T−{minutes}，签约代表还没有定</translation>
        </message>
        <message>
            <source>T−{minutes} passed; {count} contracts lack people: {names} …</source>
            <translation>已过T−{minutes}，{count}项缺人：{names}等</translation>
        </message>
        <message>
            <source>T−{minutes} passed; missing: {names}</source>
            <translation>已过T−{minutes}，还缺：{names}</translation>
        </message>
        <message>
            <source>T−{minutes} passed; {count} contracts not ready</source>
            <translation>已过T−{minutes}，还有{count}项没有就绪</translation>
        </message>
        <message>
            <source>Got it</source>
            <translation>知道了</translation>
        </message>
    </context>
    <context>
        <name>ArrivalsCard</name>
        <message>
            <source>as of {moment}</source>
            <translation>截至{moment}</translation>
        </message>
        <message>
            <source>arrivals</source>
            <translation>到场曲线</translation>
        </message>
        <message>
            <source>Arrivals: {day}, {words}</source>
            <translation>到场曲线：{day}，{words}</translation>
        </message>
        <message>
            <source>Arrived so far</source>
            <translation>累计实到</translation>
        </message>
        <message>
            <source>Arrivals every 5 minutes</source>
            <translation>每5分钟到场</translation>
        </message>
        <message>
            <source>{count} expected</source>
            <translation>应到{count}</translation>
        </message>
        <message>
            <source>now {time}</source>
            <translation>现在{time}</translation>
        </message>
        <message>
            <source>{day}: {count}</source>
            <translation>{day} {count}人</translation>
        </message>
        <message>
            <source>{count} in the last 5 minutes</source>
            <translation>最近5分钟{count}人</translation>
        </message>
        <message>
            <source>at this pace {count} by {time}</source>
            <translation>按此速度{time}前到{count}人</translation>
        </message>
        <message>
            <source>{recent}, {pace}</source>
            <translation>{recent}，{pace}</translation>
        </message>
        <message>
            <source>Day: {day}</source>
            <translation>日期：{day}</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>应到</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>实到</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>签到率</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>存为图片</translation>
        </message>
        <message>
            <source>Save the arrivals as a picture (Ctrl+S)</source>
            <translation>把到场曲线存为图片（Ctrl+S）</translation>
        </message>
        <message>
            <source>Nobody has checked in yet. The first arrivals will be drawn here.</source>
            <translation>还没有人签到。第一位嘉宾到场后，这里会画出到场曲线。</translation>
        </message>
    </context>
    <context>
        <name>AuditBar</name>
        <message>
            <source>Searching…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>正在计数…</translation>
        </message>
        <message>
            <source>{count} entries</source>
            <translation>{count}条</translation>
        </message>
        <message>
            <source>The chain has not been checked in this window.</source>
            <translation>本窗口尚未校验日志链。</translation>
        </message>
        <message>
            <source>Checked at {at}; does not hold: {checks}</source>
            <translation>{at}校验，不符：{checks}</translation>
        </message>
        <message>
            <source>The chain of {count} entries holds, checked at {at}</source>
            <translation>日志链{count}条完整，{at}校验</translation>
        </message>
        <message>
            <source>Verify now</source>
            <translation>立即校验</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>What the file is for; the journal keeps it</source>
            <translation>导出用途，记入日志</translation>
        </message>
        <message>
            <source>Purpose of the export</source>
            <translation>导出用途</translation>
        </message>
        <message>
            <source>Write…</source>
            <translation>写出…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>AuditDetails</name>
        <message>
            <source>Choose an entry to see all of it.</source>
            <translation>选一条，这里显示全部内容。</translation>
        </message>
        <message>
            <source>The values were purged; the chain still holds.</source>
            <translation>内容已清除，日志链仍完整。</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Hash</source>
            <translation>校验值</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>The entry in full</source>
            <translation>这一条的全部内容</translation>
        </message>
        <message>
            <source>All of this operation</source>
            <translation>同一操作的全部条目</translation>
        </message>
    </context>
    <context>
        <name>AuditFilters</name>
        <message>
            <source>Write a day such as 2026-07-11.</source>
            <translation>请写成2026-07-11这样的日期。</translation>
        </message>
        <message>
            <source>The last day lies before the first.</source>
            <translation>末日早于首日，请改正。</translation>
        </message>
        <message>
            <source>(not named)</source>
            <translation>（未署名）</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>不限时间</translation>
        </message>
        <message>
            <source>The last hour</source>
            <translation>最近一小时</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>The last seven days</source>
            <translation>最近七天</translation>
        </message>
        <message>
            <source>From day to day</source>
            <translation>指定日期</translation>
        </message>
        <message>
            <source>Every operator</source>
            <translation>全部操作员</translation>
        </message>
        <message>
            <source>Every desk</source>
            <translation>全部工作台</translation>
        </message>
        <message>
            <source>Every action</source>
            <translation>全部动作</translation>
        </message>
        <message>
            <source>Every kind of record</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>工作台</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>动作</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录种类</translation>
        </message>
        <message>
            <source>Text in the values</source>
            <translation>内容里的文字</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>首日</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>末日</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Only the entries of one operation.</source>
            <translation>只看同一操作的条目。</translation>
        </message>
    </context>
    <context>
        <name>AuditPart</name>
        <message>
            <source>Checking the journal</source>
            <translation>正在校验日志</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>{rows} entries are written to {file}.</source>
            <translation>已写出{rows}条：{file}。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation>正在写{name}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>无误</translation>
        </message>
        <message>
            <source>NO</source>
            <translation>有误</translation>
        </message>
        <message>
            <source>{check}: {mark}</source>
            <translation>{check}：{mark}</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Entries of the journal</source>
            <translation>日志条目</translation>
        </message>
        <message>
            <source>No entry of the journal is like that.</source>
            <translation>日志里没有这样的条目。</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
    </context>
    <context>
        <name>AuditSubject</name>
        <message>
            <source>Of one guest or contract</source>
            <translation>某位嘉宾或项目</translation>
        </message>
        <message>
            <source>Entries of one guest or contract</source>
            <translation>某位嘉宾或某个项目的条目</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Of everything again</source>
            <translation>恢复全部</translation>
        </message>
    </context>
    <context>
        <name>BatchSheet</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>estimated</source>
            <translation>估计</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>On stage at</source>
            <translation>上台时间</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>签字台数</translation>
        </message>
        <message>
            <source>Witnesses, guests</source>
            <translation>客方见证人</translation>
        </message>
        <message>
            <source>Witnesses, hosts</source>
            <translation>主方见证人</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Write the time as 14:30, or with the day: 2024-07-11 14:30.</source>
            <translation>时间请写成14:30，或连日期写成2024-07-11 14:30。</translation>
        </message>
        <message>
            <source>Write how many tables there are, such as 6.</source>
            <translation>请写签字台的数目，如6。</translation>
        </message>
        <message>
            <source>A batch needs a name, and not figures alone.</source>
            <translation>批次要有名称，不能只写数字。</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Remove this empty batch</source>
            <translation>移去这个空批次</translation>
        </message>
    </context>
    <context>
        <name>BatchWork</name>
        <message>
            <source>{contracts} in no batch any more.</source>
            <translation>{contracts}已移出批次。</translation>
        </message>
        <message>
            <source>{contracts} moved in {batch}.</source>
            <translation>{contracts}已移到{batch}。</translation>
        </message>
        <message>
            <source>{batch} goes on stage last.</source>
            <translation>{batch}改在最后上台。</translation>
        </message>
        <message>
            <source>{batch} goes on stage before {other}.</source>
            <translation>{batch}改在{other}之前上台。</translation>
        </message>
        <message>
            <source>{batch} is new: drag contracts into it.</source>
            <translation>已新建{batch}：把项目拖进去。</translation>
        </message>
        <message>
            <source>{batch} is removed.</source>
            <translation>{batch}已移去。</translation>
        </message>
        <message>
            <source>{batch} is changed.</source>
            <translation>{batch}已修改。</translation>
        </message>
        <message>
            <source>{batch} is locked.</source>
            <translation>{batch}已锁定。</translation>
        </message>
        <message>
            <source>{batch} is unlocked.</source>
            <translation>{batch}已解锁。</translation>
        </message>
        <message>
            <source>“{slate}” is parted into {count} batches.</source>
            <translation>“{slate}”已分为{count}批。</translation>
        </message>
    </context>
    <context>
        <name>BigScreen</name>
        <message>
            <source>Welcome</source>
            <translation>欢迎各位来宾</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>感谢各位来宾</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Host side</source>
            <translation>主方</translation>
        </message>
        <message>
            <source>Guest side</source>
            <translation>客方</translation>
        </message>
        <message>
            <source>Party {side}</source>
            <translation>{side}方</translation>
        </message>
        <message>
            <source>{count} contracts</source>
            <translation>{count}项</translation>
        </message>
        <message>
            <source>{count} contracts, total</source>
            <translation>{count}项，合计</translation>
        </message>
        <message>
            <source>Guests arrived</source>
            <translation>嘉宾到场</translation>
        </message>
        <message>
            <source>of {expected} expected</source>
            <translation>应到{expected}人</translation>
        </message>
        <message>
            <source>guests</source>
            <translation>人</translation>
        </message>
        <message>
            <source>The ceremony in figures</source>
            <translation>签约统计</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>到场嘉宾</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签项目</translation>
        </message>
        <message>
            <source>Total amount</source>
            <translation>总金额</translation>
        </message>
        <message>
            <source>of {count} contracts</source>
            <translation>共{count}项</translation>
        </message>
        <message>
            <source>contracts</source>
            <translation>项</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第{page}页，共{pages}页</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}方</translation>
        </message>
    </context>
    <context>
        <name>BoardHead</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Witnesses not here: {names}</source>
            <translation>见证人未到：{names}</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>候场板</translation>
        </message>
        <message>
            <source>Only what is missing</source>
            <translation>只看缺的</translation>
        </message>
    </context>
    <context>
        <name>BoardModel</name>
        <message>
            <source>texts {done}/{all}</source>
            <translation>文本{done}/{all}</translation>
        </message>
        <message>
            <source>certificate printed</source>
            <translation>证书已印</translation>
        </message>
        <message>
            <source>signatories {here}/{all}</source>
            <translation>签约人{here}/{all}</translation>
        </message>
    </context>
    <context>
        <name>BriefPane</name>
        <message>
            <source>page {page} of {pages}</source>
            <translation>第{page}页，共{pages}页</translation>
        </message>
        <message>
            <source>Save as docx…</source>
            <translation>存为docx…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>存为PDF…</translation>
        </message>
    </context>
    <context>
        <name>Bulk</name>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请状态</translation>
        </message>
        <message>
            <source>Vetting</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Delegation…</source>
            <translation>代表团…</translation>
        </message>
        <message>
            <source>Liaison…</source>
            <translation>联络员…</translation>
        </message>
        <message>
            <source>Invite to</source>
            <translation>邀请参加</translation>
        </message>
        <message>
            <source>Take off the list of</source>
            <translation>移出名单</translation>
        </message>
        <message>
            <source>Revoke badges…</source>
            <translation>作废证件…</translation>
        </message>
        <message>
            <source>The category of {count} becomes “{value}”.</source>
            <translation>{count}的类别改为“{value}”。</translation>
        </message>
        <message>
            <source>The invitation of {count} becomes “{value}”.</source>
            <translation>{count}的邀请状态改为“{value}”。</translation>
        </message>
        <message>
            <source>The vetting of {count} becomes “{value}”.</source>
            <translation>{count}的审核改为“{value}”。</translation>
        </message>
        <message>
            <source>The delegation of {count} becomes “{value}”.</source>
            <translation>{count}的代表团改为“{value}”。</translation>
        </message>
        <message>
            <source>The liaison of {count} becomes “{value}”.</source>
            <translation>{count}的联络员改为“{value}”。</translation>
        </message>
        <message>
            <source>{count} will be invited to “{value}”.</source>
            <translation>{count}将受邀参加“{value}”。</translation>
        </message>
        <message>
            <source>{count} will be taken off the list of “{value}”.</source>
            <translation>{count}将移出“{value}”的名单。</translation>
        </message>
        <message>
            <source>The badges of {count} will be revoked.</source>
            <translation>{count}的证件将作废。</translation>
        </message>
        <message>
            <source>{count} will have no delegation.</source>
            <translation>{count}将不属于任何代表团。</translation>
        </message>
        <message>
            <source>{count} will have no liaison.</source>
            <translation>{count}将没有联络员。</translation>
        </message>
        <message>
            <source>Mark as VIP</source>
            <translation>标为贵宾</translation>
        </message>
        <message>
            <source>Take the VIP mark away</source>
            <translation>取消贵宾标记</translation>
        </message>
        <message>
            <source>{count} have no badge.</source>
            <translation>{count}没有有效证件。</translation>
        </message>
        <message>
            <source>{count} stay as they are.</source>
            <translation>{count}不变。</translation>
        </message>
        <message>
            <source>{one} {other}</source>
            <translation>{one}{other}</translation>
        </message>
        <message>
            <source>{count} changed</source>
            <translation>已修改{count}</translation>
        </message>
        <message>
            <source>None of the ticked guests has a badge.</source>
            <translation>勾选的嘉宾都没有有效证件。</translation>
        </message>
        <message>
            <source>All ticked guests are so already.</source>
            <translation>勾选的嘉宾都已如此，无需修改。</translation>
        </message>
        <message>
            <source>{count} will be marked as VIP.</source>
            <translation>{count}将标为贵宾。</translation>
        </message>
        <message>
            <source>{count} will no longer be VIP.</source>
            <translation>{count}将取消贵宾标记。</translation>
        </message>
        <message>
            <source>{count} guests</source>
            <translation>{count}人</translation>
        </message>
    </context>
    <context>
        <name>BulkBar</name>
        <message>
            <source>Write the reason; scans of these badges are refused.</source>
            <translation>请写明原因；这些证件将不能再签到。</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Delegation, empty for none</source>
            <translation>代表团，留空为无</translation>
        </message>
        <message>
            <source>Liaison, empty for none</source>
            <translation>联络员，留空为无</translation>
        </message>
        <message>
            <source>Reason, such as: lost</source>
            <translation>原因，如：遗失</translation>
        </message>
    </context>
    <context>
        <name>CameraDesk</name>
        <message>
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
    </context>
    <context>
        <name>CameraPage</name>
        <message>
            <source>camera picture</source>
            <translation>拍摄的照片</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>拍照</translation>
        </message>
        <message>
            <source>Back to the guests (Esc)</source>
            <translation>回到嘉宾（Esc）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Take the photo</source>
            <translation>拍照</translation>
        </message>
    </context>
    <context>
        <name>CameraPanel</name>
        <message>
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <source>Which camera</source>
            <translation>选择摄像头</translation>
        </message>
        <message>
            <source>Close the camera</source>
            <translation>关闭摄像头</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Hold the code of the badge into the frame</source>
            <translation>请把证件上的二维码对准方框</translation>
        </message>
        <message>
            <source>Opening the camera…</source>
            <translation>正在打开摄像头…</translation>
        </message>
        <message>
            <source>Picture of the camera</source>
            <translation>摄像头画面</translation>
        </message>
    </context>
    <context>
        <name>CategorySection</name>
        <message>
            <source>At least one must be ticked.</source>
            <translation>至少要选一项。</translation>
        </message>
        <message>
            <source>all zones</source>
            <translation>全部区域</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>English word</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Zones it opens</source>
            <translation>可进区域</translation>
        </message>
        <message>
            <source>Badge categories</source>
            <translation>证件类别</translation>
        </message>
        <message>
            <source>Words and colours hold on badges, screens, lists and exports. The shape stays: by it a category is known without its colour.</source>
            <translation>名称和颜色用在证件、屏幕、名单和导出文件上。图形不变：不看颜色也能认出类别。</translation>
        </message>
        <message>
            <source>How it looks</source>
            <translation>样子</translation>
        </message>
        <message>
            <source>Left the band of the badge, right the screens.</source>
            <translation>左为证件色带，右为屏幕上的标签。</translation>
        </message>
        <message>
            <source>Lists that name the category by this word are read too.</source>
            <translation>名单里写这个名称也认得。</translation>
        </message>
        <message>
            <source>Stands on badges and papers in English.</source>
            <translation>印在证件和英文材料上。</translation>
        </message>
        <message>
            <source>Only colours on which words can be read, unlike the others and the VIPs&apos; gold.</source>
            <translation>须看得清字，且不与其他类别和贵宾的金色相混。</translation>
        </message>
        <message>
            <source>A badge is refused where an activity asks for other zones.</source>
            <translation>活动只放行别的区域时，此类证件会被拦下。</translation>
        </message>
    </context>
    <context>
        <name>CellWork</name>
        <message>
            <source>{name}: {column} changed</source>
            <translation>{name}：已修改{column}</translation>
        </message>
        <message>
            <source>A guest needs a name: write it, or leave with Esc.</source>
            <translation>姓名不能为空：请填写，或按Esc放弃。</translation>
        </message>
        <message>
            <source>There is no country “{text}”: write another, or leave with Esc.</source>
            <translation>没有“{text}”这个国家或地区：请改正，或按Esc放弃。</translation>
        </message>
        <message>
            <source>“{text}” cannot stand under {column}: correct it, or leave with Esc.</source>
            <translation>“{text}”不能作为{column}：请改正，或按Esc放弃。</translation>
        </message>
    </context>
    <context>
        <name>CeremonyChooser</name>
        <message>
            <source>{slate}: {batches} batches, {contracts} contracts</source>
            <translation>{slate}：{batches}批，{contracts}项</translation>
        </message>
        <message>
            <source>{line} — under way</source>
            <translation>{line}，正在进行</translation>
        </message>
        <message>
            <source>{line} — ended</source>
            <translation>{line}，已结束</translation>
        </message>
        <message>
            <source>Which ceremony do you lead?</source>
            <translation>主持哪一场仪式？</translation>
        </message>
        <message>
            <source>Ceremonies</source>
            <translation>签约仪式</translation>
        </message>
        <message>
            <source>There is nothing to sign yet. Arrange a slate into batches first.</source>
            <translation>还没有要签的项目。先把签约清单分成批次。</translation>
        </message>
        <message>
            <source>Go to the stage</source>
            <translation>去台位图</translation>
        </message>
    </context>
    <context>
        <name>CeremonyParts</name>
        <message>
            <source>Everything is as before.</source>
            <translation>已恢复原样。</translation>
        </message>
        <message>
            <source>Taken back, but for {count} changed since.</source>
            <translation>已撤销，其中{count}处后来又改过，保持不变。</translation>
        </message>
    </context>
    <context>
        <name>CeremonyToolbar</name>
        <message>
            <source>Ceremony</source>
            <translation>签约</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>台位图</translation>
        </message>
        <message>
            <source>Run of show</source>
            <translation>流程单</translation>
        </message>
        <message>
            <source>Host&apos;s words</source>
            <translation>主持词</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>跟踪</translation>
        </message>
        <message>
            <source>Parts of the ceremony</source>
            <translation>签约的各部分</translation>
        </message>
        <message>
            <source>Import contracts</source>
            <translation>导入项目</translation>
        </message>
        <message>
            <source>Import a list of contracts (Ctrl+I)</source>
            <translation>导入签约项目清单（Ctrl+I）</translation>
        </message>
        <message>
            <source>New contract</source>
            <translation>新增项目</translation>
        </message>
        <message>
            <source>Add a contract to the chosen slate (Ctrl+N)</source>
            <translation>在选中的清单上新增项目（Ctrl+N）</translation>
        </message>
        <message>
            <source>Readiness</source>
            <translation>候场板</translation>
        </message>
        <message>
            <source>Show readiness over the stage</source>
            <translation>在台位图上显示候场板</translation>
        </message>
    </context>
    <context>
        <name>CheckInPage</name>
        <message>
            <source>There is no refusal to overrule</source>
            <translation>当前没有需要放行的拒绝</translation>
        </message>
        <message>
            <source>Supervisor lets in</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Entry</source>
            <translation>入场</translation>
        </message>
        <message>
            <source>Exit</source>
            <translation>离场</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
    </context>
    <context>
        <name>ChoiceRow</name>
        <message>
            <source>its photo</source>
            <translation>这张照片</translation>
        </message>
    </context>
    <context>
        <name>ChoicesPane</name>
        <message>
            <source>What to print</source>
            <translation>打印什么</translation>
        </message>
        <message>
            <source>For whom and how</source>
            <translation>给谁，怎么印</translation>
        </message>
    </context>
    <context>
        <name>ChoosePage</name>
        <message>
            <source>{when}, taken back</source>
            <translation>{when}，已撤销</translation>
        </message>
        <message>
            <source>{when}, {new} new, {changed} changed</source>
            <translation>{when}，新增{new}，变更{changed}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take back import {number}</source>
            <translation>撤销第{number}次导入</translation>
        </message>
        <message>
            <source>Drop a list here, choose it, or paste copied rows.</source>
            <translation>把名单拖到这里、选文件，或粘贴复制的行。</translation>
        </message>
        <message>
            <source>xlsx, xls, ods, csv or rows copied from a spreadsheet, headings included</source>
            <translation>可用 xlsx、xls、ods、csv，或从表格里连同表头复制的行</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>选文件…</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Ctrl+V</source>
            <translation>Ctrl+V</translation>
        </message>
        <message>
            <source>Earlier imports</source>
            <translation>以前的导入</translation>
        </message>
        <message>
            <source>Nothing has been imported yet.</source>
            <translation>还没有导入过。</translation>
        </message>
    </context>
    <context>
        <name>ColourChooser</name>
        <message>
            <source>Colour as six digits</source>
            <translation>六位颜色代码</translation>
        </message>
        <message>
            <source>{colour}: “{who}” has it</source>
            <translation>{colour}：“{who}”在用</translation>
        </message>
    </context>
    <context>
        <name>Colours</name>
        <message>
            <source>Teal</source>
            <translation>湖青</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>蓝</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>绿</translation>
        </message>
        <message>
            <source>Orange</source>
            <translation>橙</translation>
        </message>
        <message>
            <source>Crimson</source>
            <translation>绛红</translation>
        </message>
        <message>
            <source>Grey</source>
            <translation>灰</translation>
        </message>
        <message>
            <source>Purple</source>
            <translation>紫</translation>
        </message>
        <message>
            <source>Rose</source>
            <translation>玫红</translation>
        </message>
        <message>
            <source>Sky blue</source>
            <translation>天蓝</translation>
        </message>
        <message>
            <source>Brown</source>
            <translation>棕</translation>
        </message>
        <message>
            <source>Lime</source>
            <translation>黄绿</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>粉</translation>
        </message>
        <message>
            <source>Light teal</source>
            <translation>浅青</translation>
        </message>
        <message>
            <source>Black</source>
            <translation>黑</translation>
        </message>
    </context>
    <context>
        <name>ColumnDelegate</name>
        <message>
            <source>No amount</source>
            <translation>无金额</translation>
        </message>
        <message>
            <source>In no batch</source>
            <translation>未分批</translation>
        </message>
        <message>
            <source>Locked: neither a proposal nor a list changes it.</source>
            <translation>已锁定：分批方案和名单都不会改动它。</translation>
        </message>
        <message>
            <source>{count} to be checked</source>
            <translation>{count}处待核</translation>
        </message>
    </context>
    <context>
        <name>ColumnFoot</name>
        <message>
            <source>Search contracts</source>
            <translation>搜索项目</translation>
        </message>
        <message>
            <source>Search contracts by number, title, party, signatory or pinyin</source>
            <translation>按编号、名称、单位、签约人或拼音搜索项目</translation>
        </message>
        <message>
            <source>Show all contracts</source>
            <translation>显示全部项目</translation>
        </message>
    </context>
    <context>
        <name>ColumnHead</name>
        <message>
            <source>Slates</source>
            <translation>签约清单</translation>
        </message>
        <message>
            <source>Do not add them up</source>
            <translation>清单可重叠，金额不相加</translation>
        </message>
        <message>
            <source>Slates and batches</source>
            <translation>清单和批次</translation>
        </message>
        <message>
            <source>New slate, new batch, proposal of batches</source>
            <translation>新建清单、新建批次、分批方案</translation>
        </message>
    </context>
    <context>
        <name>ColumnList</name>
        <message>
            <source>{column}, sensitive</source>
            <translation>{column}，敏感信息</translation>
        </message>
        <message>
            <source>Sensitive: written only for a stated purpose</source>
            <translation>敏感信息：须填用途才写出</translation>
        </message>
        <message>
            <source>Name of the slate</source>
            <translation>清单名称</translation>
        </message>
        <message>
            <source>Declared number of contracts</source>
            <translation>声明的项目数</translation>
        </message>
        <message>
            <source>Declared amount</source>
            <translation>声明的金额</translation>
        </message>
    </context>
    <context>
        <name>ColumnMenus</name>
        <message>
            <source>New slate…</source>
            <translation>新建清单…</translation>
        </message>
        <message>
            <source>Activity, day and figures of the slate…</source>
            <translation>清单的活动、日期和声明数…</translation>
        </message>
        <message>
            <source>New batch</source>
            <translation>新建批次</translation>
        </message>
        <message>
            <source>Proposal of batches…</source>
            <translation>分批方案…</translation>
        </message>
        <message>
            <source>To be checked ({count})</source>
            <translation>待核（{count}处）</translation>
        </message>
        <message>
            <source>Move to batch</source>
            <translation>移到批次</translation>
        </message>
        <message>
            <source>Activity, day and figures…</source>
            <translation>活动、日期和声明数…</translation>
        </message>
        <message>
            <source>Declared number…</source>
            <translation>声明项数…</translation>
        </message>
        <message>
            <source>Declared amount…</source>
            <translation>声明金额…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>改名</translation>
        </message>
        <message>
            <source>Name, time, witnesses…</source>
            <translation>名称、时间、见证人…</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>One place earlier</source>
            <translation>提前一批</translation>
        </message>
        <message>
            <source>One place later</source>
            <translation>推后一批</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移去</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Take the tick away</source>
            <translation>取消勾选</translation>
        </message>
        <message>
            <source>Tick</source>
            <translation>勾选</translation>
        </message>
        <message>
            <source>Agree to {count}…</source>
            <translation>同意签约（{count}项）…</translation>
        </message>
        <message>
            <source>Withdraw the agreement to {count}…</source>
            <translation>撤回同意（{count}项）…</translation>
        </message>
        <message>
            <source>Approve {count} certificates…</source>
            <translation>签批证书（{count}项）…</translation>
        </message>
        <message>
            <source>Into no batch</source>
            <translation>移出批次</translation>
        </message>
    </context>
    <context>
        <name>ColumnPicker</name>
        <message>
            <source>Space ticks a column, Alt with an arrow or dragging moves it.</source>
            <translation>空格键勾选，Alt加方向键或拖动可移动。</translation>
        </message>
        <message>
            <source>Usual columns</source>
            <translation>恢复默认列</translation>
        </message>
        <message>
            <source>Columns of the table</source>
            <translation>表格的列</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPage</name>
        <message>
            <source>What column {letter} {heading} holds</source>
            <translation>{letter}列{heading}是什么</translation>
        </message>
        <message>
            <source>Not read</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Headings in row {row}, {rows} rows below</source>
            <translation>表头第{row}行，下面{rows}行</translation>
        </message>
        <message>
            <source>No headings found in {rows} rows: say what each column holds</source>
            <translation>{rows}行里没有找到表头：请逐列指定内容</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>What the list holds</source>
            <translation>名单内容</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Entry or exit</source>
            <translation>切换入场/离场</translation>
        </message>
        <message>
            <source>Number tag</source>
            <translation>号码牌</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>摄像头</translation>
        </message>
        <message>
            <source>Supervisor lets in</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Self check-in</source>
            <translation>自助签到</translation>
        </message>
        <message>
            <source>Check-in</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Open another event file</source>
            <translation>打开其他活动文件</translation>
        </message>
        <message>
            <source>Close this event</source>
            <translation>关闭当前活动</translation>
        </message>
        <message>
            <source>Close the window</source>
            <translation>关闭窗口</translation>
        </message>
        <message>
            <source>Search guests, contracts, commands</source>
            <translation>搜索嘉宾、项目、命令</translation>
        </message>
        <message>
            <source>Change who works here</source>
            <translation>换人值班</translation>
        </message>
        <message>
            <source>List of keys</source>
            <translation>快捷键一览</translation>
        </message>
        <message>
            <source>VIP arrivals noted</source>
            <translation>贵宾到场已知悉</translation>
        </message>
        <message>
            <source>Search guests</source>
            <translation>搜索嘉宾</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>Save the filter</source>
            <translation>保存当前筛选</translation>
        </message>
        <message>
            <source>Choose the columns</source>
            <translation>选择显示的列</translation>
        </message>
        <message>
            <source>New guest</source>
            <translation>新增嘉宾</translation>
        </message>
        <message>
            <source>Change the ticked guests</source>
            <translation>批量修改勾选的嘉宾</translation>
        </message>
        <message>
            <source>Edit the cell</source>
            <translation>修改单元格</translation>
        </message>
        <message>
            <source>Take photos from a folder</source>
            <translation>从文件夹导入照片</translation>
        </message>
        <message>
            <source>Join with another guest</source>
            <translation>与另一位嘉宾合并</translation>
        </message>
        <message>
            <source>Delegations</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Undo the change</source>
            <translation>撤销修改</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Export a list</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Read the figures again</source>
            <translation>重新读取数字</translation>
        </message>
        <message>
            <source>Save the arrivals as a picture</source>
            <translation>把到场曲线存为图片</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <source>Print to a file</source>
            <translation>打印到文件</translation>
        </message>
        <message>
            <source>Back in the stack</source>
            <translation>上一张</translation>
        </message>
        <message>
            <source>On in the stack</source>
            <translation>下一张</translation>
        </message>
        <message>
            <source>Print for one alone</source>
            <translation>只印一份</translation>
        </message>
        <message>
            <source>What the check found</source>
            <translation>预检结果</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>重新检查</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Sounds</source>
            <translation>提示音</translation>
        </message>
        <message>
            <source>Register at the door</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Print this badge</source>
            <translation>打印当前证件</translation>
        </message>
        <message>
            <source>Late sign-ins from paper</source>
            <translation>补签</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>手册</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Write the report to a file</source>
            <translation>导出这份报表</translation>
        </message>
        <message>
            <source>Search the audit trail</source>
            <translation>查找审计记录</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>Ceremony</source>
            <translation>签约</translation>
        </message>
        <message>
            <source>Plan of the stage</source>
            <translation>台位图</translation>
        </message>
        <message>
            <source>Run of show</source>
            <translation>流程单</translation>
        </message>
        <message>
            <source>Host&apos;s words</source>
            <translation>主持词</translation>
        </message>
        <message>
            <source>Follow-up after the fair</source>
            <translation>会后跟踪</translation>
        </message>
        <message>
            <source>Take back the last change</source>
            <translation>撤销上一次改动</translation>
        </message>
        <message>
            <source>Import contracts</source>
            <translation>导入项目</translation>
        </message>
        <message>
            <source>New contract</source>
            <translation>新增项目</translation>
        </message>
        <message>
            <source>Search contracts</source>
            <translation>搜索项目</translation>
        </message>
        <message>
            <source>Contract up in its batch</source>
            <translation>项目在批次内上移</translation>
        </message>
        <message>
            <source>Contract down in its batch</source>
            <translation>项目在批次内下移</translation>
        </message>
        <message>
            <source>Contract to the batch before</source>
            <translation>项目移到上一批</translation>
        </message>
        <message>
            <source>Contract to the batch after</source>
            <translation>项目移到下一批</translation>
        </message>
        <message>
            <source>Batch one place earlier</source>
            <translation>批次提前一批</translation>
        </message>
        <message>
            <source>Batch one place later</source>
            <translation>批次推后一批</translation>
        </message>
        <message>
            <source>Activity, day and figures of the slate</source>
            <translation>清单的活动、日期和声明数</translation>
        </message>
        <message>
            <source>New batch</source>
            <translation>新建批次</translation>
        </message>
        <message>
            <source>Proposal of batches</source>
            <translation>分批方案</translation>
        </message>
        <message>
            <source>Contracts to be checked</source>
            <translation>项目待核</translation>
        </message>
        <message>
            <source>To the places on the plan</source>
            <translation>到台位图上的台位</translation>
        </message>
        <message>
            <source>See the stage from the other side</source>
            <translation>切换台位图视角</translation>
        </message>
        <message>
            <source>Compare versions of the plan</source>
            <translation>比较台位图版本</translation>
        </message>
        <message>
            <source>Freeze the plan or let it change</source>
            <translation>冻结或解冻台位图</translation>
        </message>
        <message>
            <source>Presidium</source>
            <translation>主席台</translation>
        </message>
        <message>
            <source>Print the plan of the stage</source>
            <translation>打印台位图</translation>
        </message>
        <message>
            <source>Only what is missing, or all</source>
            <translation>候场板只看缺的，或看全部</translation>
        </message>
        <message>
            <source>Substitute a signatory</source>
            <translation>替补签约代表</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
        <message>
            <source>Print the call list</source>
            <translation>打印候场清单</translation>
        </message>
        <message>
            <source>Console of the ceremony</source>
            <translation>现场控制台</translation>
        </message>
        <message>
            <source>Console in full screen</source>
            <translation>全屏显示控制台</translation>
        </message>
        <message>
            <source>Show or close the big screen</source>
            <translation>打开或关闭大屏</translation>
        </message>
        <message>
            <source>New step of the run of show</source>
            <translation>在流程单里加环节</translation>
        </message>
        <message>
            <source>Print the run of show</source>
            <translation>打印流程单</translation>
        </message>
        <message>
            <source>Write the host&apos;s words</source>
            <translation>改写主持词</translation>
        </message>
        <message>
            <source>Larger words of the host</source>
            <translation>主持词放大</translation>
        </message>
        <message>
            <source>Smaller words of the host</source>
            <translation>主持词缩小</translation>
        </message>
        <message>
            <source>Follow-up: contracts</source>
            <translation>跟踪：合同</translation>
        </message>
        <message>
            <source>Follow-up: rates</source>
            <translation>跟踪：履约情况</translation>
        </message>
        <message>
            <source>Follow-up: editions</source>
            <translation>跟踪：历届</translation>
        </message>
        <message>
            <source>Search the followed contracts</source>
            <translation>搜索跟踪的合同</translation>
        </message>
        <message>
            <source>Enter funds in place</source>
            <translation>登记到位资金</translation>
        </message>
        <message>
            <source>Import a follow-up list</source>
            <translation>导入跟踪表</translation>
        </message>
        <message>
            <source>Print the follow-up list</source>
            <translation>打印跟踪表</translation>
        </message>
        <message>
            <source>Save the charts as a picture</source>
            <translation>把图表存为图片</translation>
        </message>
    </context>
    <context>
        <name>ComparePanel</name>
        <message>
            <source>Stop comparing</source>
            <translation>结束比较</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>From</source>
            <translation>原位</translation>
        </message>
        <message>
            <source>To</source>
            <translation>新位</translation>
        </message>
        <message>
            <source>Cards that moved</source>
            <translation>移动的席位</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>与哪一版比较</translation>
        </message>
        <message>
            <source>No version was printed yet: choose one to compare with.</source>
            <translation>还没有印过，请选一版来比较。</translation>
        </message>
        <message>
            <source>Nobody stands elsewhere than in version {since}.</source>
            <translation>与第{since}版相比，没有人移位。</translation>
        </message>
        <message>
            <source>{count} cards lie elsewhere than in version {since}.</source>
            <translation>与第{since}版相比，移动{count}处。</translation>
        </message>
        <message>
            <source>With version {version}, {made}</source>
            <translation>与第{version}版（{made}）比</translation>
        </message>
        <message>
            <source>{version}, printed</source>
            <translation>{version}，已印</translation>
        </message>
    </context>
    <context>
        <name>Console</name>
        <message>
            <source>{days} days</source>
            <translation>{days}天</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours}小时{minutes}分</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds}秒</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes}分钟</translation>
        </message>
        <message>
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes}分{seconds}秒</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>准时</translation>
        </message>
        <message>
            <source>{span} late</source>
            <translation>晚{span}</translation>
        </message>
        <message>
            <source>{span} early</source>
            <translation>早{span}</translation>
        </message>
        <message>
            <source>{count} contracts</source>
            <translation>{count}项</translation>
        </message>
    </context>
    <context>
        <name>ConsoleDesk</name>
        <message>
            <source>Console</source>
            <translation>现场控制台</translation>
        </message>
        <message>
            <source>Lead the ceremony step by step: F10</source>
            <translation>一步一步主持仪式：F10</translation>
        </message>
    </context>
    <context>
        <name>ConsolePage</name>
        <message>
            <source>The ceremony is ended. The hall sees the thanks.</source>
            <translation>仪式已结束，大屏显示致谢。</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Begin again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始仪式</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>最后一步</translation>
        </message>
        <message>
            <source>End the ceremony</source>
            <translation>结束仪式</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Console</source>
            <translation>现场控制台</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Esc: back to the stage; the ceremony goes on</source>
            <translation>Esc：回到签约界面，仪式照常进行</translation>
        </message>
        <message>
            <source>Other ceremony</source>
            <translation>换一场</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Full screen, or no longer: F11</source>
            <translation>全屏或退出全屏：F11</translation>
        </message>
        <message>
            <source>One step back</source>
            <translation>退回上一步</translation>
        </message>
    </context>
    <context>
        <name>ContractColumn</name>
        <message>
            <source>Title of the new contract</source>
            <translation>新项目的名称</translation>
        </message>
        <message>
            <source>Title of the new contract on “{slate}”</source>
            <translation>新项目的名称（列入“{slate}”）</translation>
        </message>
        <message>
            <source>Name of the new slate</source>
            <translation>新清单的名称</translation>
        </message>
        <message>
            <source>Who agreed to them?</source>
            <translation>由谁同意签约？</translation>
        </message>
        <message>
            <source>Why is the agreement withdrawn?</source>
            <translation>为什么撤回同意？</translation>
        </message>
        <message>
            <source>Who approves their certificates?</source>
            <translation>由谁签批证书？</translation>
        </message>
        <message>
            <source>Nothing is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>No slate yet: make one under “⋯”.</source>
            <translation>还没有签约清单：在“⋯”里新建一个。</translation>
        </message>
        <message>
            <source>No contract on this slate yet: add one, or import a list.</source>
            <translation>这个清单还没有项目：新增一个，或导入清单。</translation>
        </message>
        <message>
            <source>Slates, batches and contracts</source>
            <translation>清单、批次和项目</translation>
        </message>
        <message>
            <source>No contracts yet. Import a list of them, or add one.</source>
            <translation>还没有项目。先导入项目清单，或新增一个。</translation>
        </message>
        <message>
            <source>Import contracts</source>
            <translation>导入项目</translation>
        </message>
    </context>
    <context>
        <name>ContractDetails</name>
        <message>
            <source>Not printed yet</source>
            <translation>还没有打印</translation>
        </message>
        <message>
            <source>{number} version {version} lies printed</source>
            <translation>{number} 第{version}版已印</translation>
        </message>
        <message>
            <source>{number} version {version} is outdated: the contract changed since</source>
            <translation>{number} 第{version}版已过时：打印后项目有改动</translation>
        </message>
        <message>
            <source>Back to the board</source>
            <translation>回到候场板</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Texts</source>
            <translation>文本</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>签约证书</translation>
        </message>
    </context>
    <context>
        <name>ContractPanel</name>
        <message>
            <source>{funds} of {amount} in place, {rate}</source>
            <translation>签约额{amount}，到位{funds}，到位率{rate}</translation>
        </message>
        <message>
            <source>Without an amount; no funds in place yet</source>
            <translation>没有金额，还没有到位资金</translation>
        </message>
        <message>
            <source>Without an amount; {funds} in place</source>
            <translation>没有金额；到位资金{funds}</translation>
        </message>
        <message>
            <source>{amount}; no funds in place yet</source>
            <translation>金额{amount}，还没有到位资金</translation>
        </message>
        <message>
            <source>{funds} of {amount} in place; no rate before it is signed</source>
            <translation>金额{amount}，到位{funds}；签约后才计到位率</translation>
        </message>
        <message>
            <source>The contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Life of the contract</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Close the panel</source>
            <translation>关闭侧栏</translation>
        </message>
    </context>
    <context>
        <name>ContractSheet</name>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>In no batch</source>
            <translation>未分批</translation>
        </message>
        <message>
            <source>On no slate</source>
            <translation>未列入清单</translation>
        </message>
        <message>
            <source>Slates: {names}</source>
            <translation>清单：{names}</translation>
        </message>
        <message>
            <source>Name of the organization</source>
            <translation>单位名称</translation>
        </message>
        <message>
            <source>Add a party</source>
            <translation>增加一方</translation>
        </message>
        <message>
            <source>host</source>
            <translation>主方</translation>
        </message>
        <message>
            <source>guest</source>
            <translation>客方</translation>
        </message>
        <message>
            <source>Party {side} ({role})</source>
            <translation>{side}方（{role}）</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>移去</translation>
        </message>
        <message>
            <source>Take party {side} off</source>
            <translation>移去{side}方</translation>
        </message>
        <message>
            <source>Withdraw agreement</source>
            <translation>撤回同意</translation>
        </message>
        <message>
            <source>Agree to it</source>
            <translation>同意签约</translation>
        </message>
        <message>
            <source>Withdraw approval</source>
            <translation>撤回签批</translation>
        </message>
        <message>
            <source>Approve certificate</source>
            <translation>签批证书</translation>
        </message>
        <message>
            <source>Why is the agreement withdrawn?</source>
            <translation>为什么撤回同意？</translation>
        </message>
        <message>
            <source>Who agreed to it?</source>
            <translation>由谁同意签约？</translation>
        </message>
        <message>
            <source>Who approves the certificate?</source>
            <translation>由谁签批证书？</translation>
        </message>
        <message>
            <source>To be checked</source>
            <translation>待核</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Slates and batch</source>
            <translation>清单和批次</translation>
        </message>
        <message>
            <source>Texts in the second language</source>
            <translation>第二文种的文字</translation>
        </message>
    </context>
    <context>
        <name>ContractWords</name>
        <message>
            <source>Title</source>
            <translation>项目名称</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>协议类型</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>产业</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>签约方式</translation>
        </message>
        <message>
            <source>Second language</source>
            <translation>第二文种</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>主方</translation>
        </message>
        <message>
            <source>Signatory</source>
            <translation>签约人</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>替补</translation>
        </message>
        <message>
            <source>Assistant</source>
            <translation>助签</translation>
        </message>
        <message>
            <source>Witnesses</source>
            <translation>见证人</translation>
        </message>
        <message>
            <source>Letter needed</source>
            <translation>须授权书</translation>
        </message>
        <message>
            <source>Letter seen</source>
            <translation>已见授权</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国别</translation>
        </message>
        <message>
            <source>Their title</source>
            <translation>对方文本名称</translation>
        </message>
        <message>
            <source>On site</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>云签约</translation>
        </message>
        <message>
            <source>After the ceremony</source>
            <translation>会后</translation>
        </message>
        <message>
            <source>Kyrgyz</source>
            <translation>吉尔吉斯文</translation>
        </message>
        <message>
            <source>Russian</source>
            <translation>俄文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>{field} ({language})</source>
            <translation>{field}（{language}）</translation>
        </message>
        <message>
            <source>Chinese alone</source>
            <translation>只用中文</translation>
        </message>
        <message>
            <source>not a guest</source>
            <translation>不在嘉宾名单</translation>
        </message>
        <message>
            <source>not screened yet</source>
            <translation>未审核</translation>
        </message>
        <message>
            <source>agreed to by {name} on {day}</source>
            <translation>{name} {day} 同意签约</translation>
        </message>
        <message>
            <source>not approved yet</source>
            <translation>未签批</translation>
        </message>
        <message>
            <source>approved by {name}</source>
            <translation>{name}已签批</translation>
        </message>
        <message>
            <source>4.8亿元, USD 120 million, or — for none</source>
            <translation>4.8亿元、1.2亿美元，没有写—</translation>
        </message>
        <message>
            <source>No amount</source>
            <translation>无金额</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>ContractWork</name>
        <message>
            <source>Contract {number} is changed.</source>
            <translation>项目{number}已修改。</translation>
        </message>
        <message>
            <source>Contract {number} is on {count} slates.</source>
            <translation>项目{number}列入{count}个清单。</translation>
        </message>
        <message>
            <source>Contract {number} is new: fill in its parties and its amount.</source>
            <translation>已新增项目{number}：请补上签约方和金额。</translation>
        </message>
        <message>
            <source>Party {side} is off contract {number}.</source>
            <translation>项目{number}的{side}方已移去。</translation>
        </message>
        <message>
            <source>{count} approved by {name}.</source>
            <translation>{name}签批了{count}项。</translation>
        </message>
        <message>
            <source>The approval of contract {number} is withdrawn.</source>
            <translation>项目{number}的签批已撤回。</translation>
        </message>
        <message>
            <source>{count} agreed to by {name}.</source>
            <translation>{name}同意签约{count}项。</translation>
        </message>
        <message>
            <source>The agreement to {count} is taken back.</source>
            <translation>已撤回对{count}项的同意。</translation>
        </message>
        <message>
            <source>The slate “{name}” is new.</source>
            <translation>已新建清单“{name}”。</translation>
        </message>
        <message>
            <source>The slate “{name}” is changed.</source>
            <translation>清单“{name}”已修改。</translation>
        </message>
        <message>
            <source>{told} The approval is withdrawn: approve it again.</source>
            <translation>{told}签批随之失效，请重新签批。</translation>
        </message>
    </context>
    <context>
        <name>ContractsView</name>
        <message>
            <source>{amount} in place on {day} is entered.</source>
            <translation>已登记{day}到位{amount}。</translation>
        </message>
        <message>
            <source>The payment is {amount} on {day} now.</source>
            <translation>这笔资金现为{day}到位{amount}。</translation>
        </message>
        <message>
            <source>{amount} is taken away.</source>
            <translation>已撤去到位资金{amount}。</translation>
        </message>
        <message>
            <source>Followed contracts</source>
            <translation>跟踪的合同</translation>
        </message>
        <message>
            <source>No contract fits.</source>
            <translation>没有符合条件的合同。</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>There are no contracts yet. Import the list of contracts first.</source>
            <translation>还没有签约项目。先导入签约项目名单。</translation>
        </message>
        <message>
            <source>Go to the guests and lists</source>
            <translation>去嘉宾与名单</translation>
        </message>
    </context>
    <context>
        <name>Counter</name>
        <message>
            <source>Printing the badge of {name}…</source>
            <translation>正在打印{name}的证件…</translation>
        </message>
        <message>
            <source>{count} late sign-ins are annulled.</source>
            <translation>已撤销{count}条补签。</translation>
        </message>
        <message>
            <source>The badge is printed to {path}.</source>
            <translation>证件已写入 {path}。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Nobody is registered in a rehearsal</source>
            <translation>演练中不登记</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Scan a guest first</source>
            <translation>请先扫描嘉宾</translation>
        </message>
        <message>
            <source>Print the badge of {name}</source>
            <translation>打印{name}的证件</translation>
        </message>
        <message>
            <source>Print badge</source>
            <translation>打印证件</translation>
        </message>
    </context>
    <context>
        <name>Counters</name>
        <message>
            <source>{count} in the last 5 minutes</source>
            <translation>最近5分钟{count}人</translation>
        </message>
        <message>
            <source>Arrived {arrived} / {expected}</source>
            <translation>实到{arrived} / {expected}</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>应到</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>实到</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>签到率</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>qhsign has to close</source>
            <translation>程序需要关闭</translation>
        </message>
        <message>
            <source>The program has made a mistake and must close</source>
            <translation>程序出错，需要关闭</translation>
        </message>
        <message>
            <source>Everything recorded is safe in the event file. Please copy the details and send them to whoever looks after the program, then open the event again. The log is here: {path}</source>
            <translation>已记录的内容都安全保存在活动文件中。请复制详情发给维护人员，然后重新打开活动。日志位置：{path}</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy the details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>DelegationModel</name>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>申报</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>差额</translation>
        </message>
    </context>
    <context>
        <name>DelegationPane</name>
        <message>
            <source>{name}: {column} changed</source>
            <translation>{name}：已修改{column}</translation>
        </message>
        <message>
            <source>Merge “{name}” ({count} guests) into:</source>
            <translation>把“{name}”（{count}人）并入：</translation>
        </message>
        <message>
            <source>“{name}” merged into “{into}”: {count} guests moved</source>
            <translation>“{name}”已并入“{into}”，移动{count}人</translation>
        </message>
        <message>
            <source>“{name}” was taken away</source>
            <translation>已删除“{name}”</translation>
        </message>
        <message>
            <source>{count} delegations</source>
            <translation>共{count}个</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>命中{count}人</translation>
        </message>
        <message>
            <source>No delegation of this name.</source>
            <translation>没有这个名称的代表团。</translation>
        </message>
        <message>
            <source>There are no delegations yet: lists and guests bring them.</source>
            <translation>还没有代表团：导入名单或在嘉宾中填写后出现。</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Back to the guests (Esc)</source>
            <translation>返回嘉宾名单（Esc）</translation>
        </message>
        <message>
            <source>Delegations</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Name of a delegation</source>
            <translation>代表团名称</translation>
        </message>
        <message>
            <source>Search delegations</source>
            <translation>搜索代表团</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索框</translation>
        </message>
        <message>
            <source>Show its guests</source>
            <translation>查看成员</translation>
        </message>
        <message>
            <source>Merge into…</source>
            <translation>并入…</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Only a delegation without guests can be taken away</source>
            <translation>没有成员的代表团才能删除</translation>
        </message>
        <message>
            <source>Name of the other delegation</source>
            <translation>另一个代表团的名称</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>F2 edits the name or the declared count, Enter shows the guests</source>
            <translation>F2修改名称或申报人数，回车查看成员</translation>
        </message>
    </context>
    <context>
        <name>DeskSection</name>
        <message>
            <source>This desk</source>
            <translation>本台</translation>
        </message>
        <message>
            <source>For example: East gate 3</source>
            <translation>例如：东门3号台</translation>
        </message>
        <message>
            <source>Name of this desk</source>
            <translation>本台名称</translation>
        </message>
        <message>
            <source>Every scan is stored with it.</source>
            <translation>每次扫码都会记下。</translation>
        </message>
        <message>
            <source>Who works here</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Stands beside every change in the audit trail. Empty takes the name from this computer.</source>
            <translation>审计记录中每次改动都会记下。不写则用本机的用户名。</translation>
        </message>
        <message>
            <source>There is no such folder: choose one that is there, or make it first.</source>
            <translation>没有这个文件夹：请选已有的，或先新建。</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Of this window. Prints have their own.</source>
            <translation>本窗口的语言。打印件另行设置。</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>High contrast helps in bright light.</source>
            <translation>光线强时可用高对比度。</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Everything grows with it, from the next start on. Sizes this screen has no room for are not offered.</source>
            <translation>下次启动起，整个界面随之放大。屏幕放不下的大小不列出。</translation>
        </message>
        <message>
            <source>Language of the big screen</source>
            <translation>大屏语言</translation>
        </message>
        <message>
            <source>What the hall reads, whatever this window shows. Names without an English form stay Chinese. Kept with the screen it is shown on, at this desk.</source>
            <translation>会场看到的语言，与本窗口无关。没有英文名的仍显示中文。随大屏所在的这台电脑保存。</translation>
        </message>
        <message>
            <source>Folder for prints</source>
            <translation>打印文件夹</translation>
        </message>
        <message>
            <source>Badges printed at the counter are written here without asking.</source>
            <translation>签到台现场打的证件直接存在这里，不再询问。</translation>
        </message>
        <message>
            <source>Events remembered</source>
            <translation>记住的活动</translation>
        </message>
        <message>
            <source>How many the start page offers.</source>
            <translation>开始页上列出几个。</translation>
        </message>
        <message>
            <source>This event has operators: who works here signs in at the top.</source>
            <translation>本活动登记了操作员：值班的人在窗口上方选自己的名字。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast, white</source>
            <translation>高对比（白底）</translation>
        </message>
        <message>
            <source>High contrast, black</source>
            <translation>高对比（黑底）</translation>
        </message>
        <message>
            <source>This computer can only beep: every verdict sounds the same.</source>
            <translation>这台电脑只能发出系统提示音，各种结果听起来一样。</translation>
        </message>
        <message>
            <source>Each kind of verdict has its own; a choice is heard at once.</source>
            <translation>每类结果声音不同；选定后立即试听。</translation>
        </message>
        <message>
            <source>Sounds of the verdicts</source>
            <translation>签到提示音</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>Soft</source>
            <translation>轻</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>中</translation>
        </message>
        <message>
            <source>Loud</source>
            <translation>响</translation>
        </message>
    </context>
    <context>
        <name>DetailsWork</name>
        <message>
            <source>Contract {number}: {step} ticked</source>
            <translation>第{number}项：{step}已完成</translation>
        </message>
        <message>
            <source>Contract {number}: {step} open again</source>
            <translation>第{number}项：{step}改为未完成</translation>
        </message>
        <message>
            <source>Marked online by mistake</source>
            <translation>误标上线</translation>
        </message>
        <message>
            <source>{name} is online</source>
            <translation>{name}已上线</translation>
        </message>
        <message>
            <source>The online check-in is annulled</source>
            <translation>上线记录已作废</translation>
        </message>
    </context>
    <context>
        <name>Editions</name>
        <message>
            <source>Of</source>
            <translation>届次</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>分项</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Published figure</source>
            <translation>公布数字</translation>
        </message>
        <message>
            <source>{measure}, all editions together</source>
            <translation>{measure}（历届累计）</translation>
        </message>
        <message>
            <source>on file</source>
            <translation>本库</translation>
        </message>
        <message>
            <source>Dashed: what this event has on file.</source>
            <translation>虚线为本库所记。</translation>
        </message>
        <message>
            <source>{of}: “{qualifier}”, not an exact figure.</source>
            <translation>{of}为“{qualifier}”数，不是确数。</translation>
        </message>
        <message>
            <source>Before and this edition together: {value}.</source>
            <translation>上届累计加本届为{value}。</translation>
        </message>
        <message>
            <source>Source: {sources}.</source>
            <translation>来源：{sources}。</translation>
        </message>
        <message>
            <source>{of}: {percent} was published.</source>
            <translation>{of}公布为{percent}。</translation>
        </message>
        <message>
            <source>Two measures of one unit, on one scale.</source>
            <translation>两项指标，同一单位、同一尺度。</translation>
        </message>
        <message>
            <source>{of}: signed on site and in all</source>
            <translation>{of}：集中签约与全部签约</translation>
        </message>
        <message>
            <source>Contracts signed</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>Amount signed</source>
            <translation>签约额</translation>
        </message>
        <message>
            <source>Contracts signed on site</source>
            <translation>集中签约项目</translation>
        </message>
        <message>
            <source>Contracts implemented</source>
            <translation>落实项目</translation>
        </message>
        <message>
            <source>Funds in place</source>
            <translation>到位资金</translation>
        </message>
        <message>
            <source>Growth of contracts signed</source>
            <translation>签约项目同比增长</translation>
        </message>
        <message>
            <source>Growth of the amount signed</source>
            <translation>签约额同比增长</translation>
        </message>
        <message>
            <source>Target reached in funds in place</source>
            <translation>到位资金完成率</translation>
        </message>
        <message>
            <source>Projects under construction</source>
            <translation>建设项目</translation>
        </message>
    </context>
    <context>
        <name>EditionsView</name>
        <message>
            <source>{count} rows are copied; paste them into a spreadsheet.</source>
            <translation>已复制{count}行，可粘贴到电子表格。</translation>
        </message>
        <message>
            <source>{of}: {measure} is {figure} now.</source>
            <translation>{of}{measure}现为{figure}。</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>Figures and sources</source>
            <translation>数字与来源</translation>
        </message>
        <message>
            <source>Show the editions as</source>
            <translation>历届的显示方式</translation>
        </message>
        <message>
            <source>Enter a figure</source>
            <translation>录入数字</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>The figure of the current row (Enter)</source>
            <translation>当前行的数字（Enter）</translation>
        </message>
        <message>
            <source>Enters the figures that come with the program; yours stay as they are</source>
            <translation>录入程序自带的公布数字；您录入的不动</translation>
        </message>
        <message>
            <source>Take the published ones</source>
            <translation>取用公布数字</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <source>Save as a picture</source>
            <translation>存为图片</translation>
        </message>
        <message>
            <source>Published figures</source>
            <translation>公布数字</translation>
        </message>
        <message>
            <source>Nothing is entered of earlier editions yet. Take the published figures that come with the program, or enter your own.</source>
            <translation>还没有历届数字。可以取用程序自带的公布数字，也可以自己录入。</translation>
        </message>
    </context>
    <context>
        <name>EventFields</name>
        <message>
            <source>Names and days</source>
            <translation>名称和日期</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>活动全称</translation>
        </message>
        <message>
            <source>Stands on certificates and papers.</source>
            <translation>印在证书和各种表单上。</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>活动简称</translation>
        </message>
        <message>
            <source>Stands in this window and on narrow papers.</source>
            <translation>用于本窗口和较窄的打印件。</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Stands on badges and certificates in two languages.</source>
            <translation>印在双语证件和证书上。</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>届次</translation>
        </message>
        <message>
            <source>The number alone. It begins the numbers of certificates.</source>
            <translation>只写数字。证书编号以它开头。</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>As 2026-07-16, or empty.</source>
            <translation>写成2026-07-16，也可不写。</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Place and organizers</source>
            <translation>地点和主承办单位</translation>
        </message>
        <message>
            <source>City</source>
            <translation>城市</translation>
        </message>
        <message>
            <source>Where contracts are signed, as certificates say.</source>
            <translation>签约地点，印在证书上。</translation>
        </message>
        <message>
            <source>Venue</source>
            <translation>场馆</translation>
        </message>
        <message>
            <source>The building, as papers and badges name it.</source>
            <translation>场馆名称，印在表单和证件上。</translation>
        </message>
        <message>
            <source>Organizer</source>
            <translation>主办单位</translation>
        </message>
        <message>
            <source>As certificates name it.</source>
            <translation>印在证书上。</translation>
        </message>
        <message>
            <source>Co-organizers</source>
            <translation>承办单位</translation>
        </message>
        <message>
            <source>Several are parted by a semicolon.</source>
            <translation>有多个时用分号隔开。</translation>
        </message>
        <message>
            <source>Whose seal</source>
            <translation>用印单位</translation>
        </message>
        <message>
            <source>The body whose seal stands on certificates.</source>
            <translation>在证书上盖章的单位。</translation>
        </message>
        <message>
            <source>On badges and in other languages</source>
            <translation>证件和其他语言</translation>
        </message>
        <message>
            <source>Name on badges</source>
            <translation>证件上的名称</translation>
        </message>
        <message>
            <source>A semicolon ends a line. Empty: the full name.</source>
            <translation>分号处换行。不填就用全称。</translation>
        </message>
        <message>
            <source>Place in English</source>
            <translation>英文地点</translation>
        </message>
        <message>
            <source>City and venue on certificates in English; a semicolon ends a line.</source>
            <translation>英文证书上的城市和场馆，分号处换行。</translation>
        </message>
        <message>
            <source>Russian name</source>
            <translation>俄文名称</translation>
        </message>
        <message>
            <source>On certificates in Russian; a semicolon ends a line.</source>
            <translation>印在俄文证书上，分号处换行。</translation>
        </message>
        <message>
            <source>Place in Russian</source>
            <translation>俄文地点</translation>
        </message>
        <message>
            <source>City and venue on certificates in Russian.</source>
            <translation>俄文证书上的城市和场馆。</translation>
        </message>
        <message>
            <source>Kyrgyz name</source>
            <translation>吉文名称</translation>
        </message>
        <message>
            <source>On certificates in Kyrgyz; a semicolon ends a line.</source>
            <translation>印在吉尔吉斯文证书上，分号处换行。</translation>
        </message>
        <message>
            <source>Place in Kyrgyz</source>
            <translation>吉文地点</translation>
        </message>
        <message>
            <source>City and venue on certificates in Kyrgyz.</source>
            <translation>吉尔吉斯文证书上的城市和场馆。</translation>
        </message>
        <message>
            <source>Announced</source>
            <translation>公布的数</translation>
        </message>
        <message>
            <source>Guests announced</source>
            <translation>公布嘉宾数</translation>
        </message>
        <message>
            <source>The reconciliation table shows it beside the guests entered.</source>
            <translation>对账表把它与录入的嘉宾数并列。</translation>
        </message>
        <message>
            <source>Activities announced</source>
            <translation>公布活动数</translation>
        </message>
        <message>
            <source>The reconciliation table shows it beside the activities entered.</source>
            <translation>对账表把它与录入的活动数并列。</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Vetting is required</source>
            <translation>需要审核</translation>
        </message>
        <message>
            <source>Only guests who passed it get a badge and are let in.</source>
            <translation>只有审核通过的嘉宾才能制证、入场。</translation>
        </message>
        <message>
            <source>Order of guests</source>
            <translation>嘉宾排序</translation>
        </message>
        <message>
            <source>Papers and prints name the order they follow.</source>
            <translation>表单和打印件会注明所用的次序。</translation>
        </message>
        <message>
            <source>整 after 角</source>
            <translation>“角”后加“整”</translation>
        </message>
        <message>
            <source>Whether an amount in capitals that ends in 角 takes 整.</source>
            <translation>大写金额到“角”为止时，是否加“整”字。</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>时区</translation>
        </message>
        <message>
            <source>Times without a zone are local to it. Screens follow once the event is opened again.</source>
            <translation>没有注明时区的时间都按它算。重新打开活动后屏幕上才改过来。</translation>
        </message>
        <message>
            <source>On the stage</source>
            <translation>上台</translation>
        </message>
        <message>
            <source>Alarms before going on</source>
            <translation>上台前提醒</translation>
        </message>
        <message>
            <source>Minutes before a batch goes on stage at which whoever is missing is looked for, as 30,15,5.</source>
            <translation>每批上台前多少分钟找人，写成30,15,5。</translation>
        </message>
        <message>
            <source>When somebody drops out</source>
            <translation>有人缺席时</translation>
        </message>
        <message>
            <source>Whether the others of a row stay where they are, or move up and their cards are laid anew.</source>
            <translation>同排其他人不动，还是递补并重摆席卡。</translation>
        </message>
        <message>
            <source>The place stays empty</source>
            <translation>空着，不动别人</translation>
        </message>
        <message>
            <source>The others move up</source>
            <translation>其余的人递补</translation>
        </message>
        <message>
            <source>Presidium of an even number</source>
            <translation>双数主席台</translation>
        </message>
        <message>
            <source>On which side of the first the second sits, seen from the hall.</source>
            <translation>从观众席看，第二位在第一位的哪一边。</translation>
        </message>
        <message>
            <source>Right: 9 7 5 3 1 2 4 6 8 10</source>
            <translation>在右：9 7 5 3 1 2 4 6 8 10</translation>
        </message>
        <message>
            <source>Left: 10 8 6 4 2 1 3 5 7 9</source>
            <translation>在左：10 8 6 4 2 1 3 5 7 9</translation>
        </message>
    </context>
    <context>
        <name>EventFrame</name>
        <message>
            <source>Desk 1</source>
            <translation>1号台</translation>
        </message>
    </context>
    <context>
        <name>EventSection</name>
        <message>
            <source>Write the day as 2026-07-16.</source>
            <translation>请写成2026-07-16这样的日期。</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Write minutes as 30,15,5, each below a day.</source>
            <translation>请写成30,15,5这样的分钟数，每个小于一天。</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation>正在写{name}</translation>
        </message>
        <message>
            <source>Asked for because of: {columns}. The journal keeps it.</source>
            <translation>因含{columns}，用途会记入日志。</translation>
        </message>
        <message>
            <source>Needed only for columns with a lock.</source>
            <translation>只有带锁的列才需要填。</translation>
        </message>
        <message>
            <source>{rows} rows are written to {path}</source>
            <translation>已写出{rows}行：{path}</translation>
        </message>
        <message>
            <source>{count} more to look at</source>
            <translation>另有{count}处请核对</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Order of the guests</source>
            <translation>嘉宾次序</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>The {count} guests ticked</source>
            <translation>勾选的{count}人</translation>
        </message>
        <message>
            <source>The {count} guests found</source>
            <translation>当前筛选的{count}人</translation>
        </message>
        <message>
            <source>All {count} guests</source>
            <translation>全部嘉宾{count}人</translation>
        </message>
        <message>
            <source>Check-ins</source>
            <translation>签到记录</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>What the file is for</source>
            <translation>这份文件用来做什么</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Space ticks; drag or Alt+arrow moves.</source>
            <translation>空格键勾选，拖动或 Alt+方向键移动。</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Write the file</source>
            <translation>写出文件</translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message>
            <source>Whole phone numbers only for a purpose.</source>
            <translation>写明用途才给完整号码。</translation>
        </message>
        <message>
            <source>Asked for: {columns}. The journal keeps it.</source>
            <translation>{columns}须写用途，记入日志。</translation>
        </message>
        <message>
            <source>Needed only for columns with a lock.</source>
            <translation>只有带锁的列才需要填。</translation>
        </message>
        <message>
            <source>All contracts</source>
            <translation>全部项目</translation>
        </message>
        <message>
            <source>All activities</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>Here or missing</source>
            <translation>到与未到</translation>
        </message>
        <message>
            <source>Those who came</source>
            <translation>只看已到</translation>
        </message>
        <message>
            <source>Those who are missing</source>
            <translation>只看未到</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>All delegations</source>
            <translation>全部代表团</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>清单</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Space ticks; drag or Alt+arrow moves.</source>
            <translation>空格键勾选，拖动或 Alt+方向键移动。</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>What the file is for</source>
            <translation>这份文件用来做什么</translation>
        </message>
    </context>
    <context>
        <name>ExportsPart</name>
        <message>
            <source>Tick at least one column.</source>
            <translation>请至少勾选一栏。</translation>
        </message>
        <message>
            <source>First page</source>
            <translation>第一页</translation>
        </message>
        <message>
            <source>page {page} of {pages}</source>
            <translation>第{page}页，共{pages}页</translation>
        </message>
        <message>
            <source>{count} rows</source>
            <translation>{count}行</translation>
        </message>
        <message>
            <source>Say what the columns with a lock are for.</source>
            <translation>请写明带锁栏目的用途。</translation>
        </message>
        <message>
            <source>{count} rows; the preview is the first page, sensitive values masked.</source>
            <translation>{count}行；预览只有第一页，敏感内容仍隐去。</translation>
        </message>
        <message>
            <source>{count} rows; the preview is the first page.</source>
            <translation>{count}行；预览只有第一页。</translation>
        </message>
        <message>
            <source>{count} rows; sensitive values stay masked in the preview.</source>
            <translation>{count}行；预览中敏感内容仍隐去。</translation>
        </message>
        <message>
            <source>Last exports</source>
            <translation>最近导出</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
    </context>
    <context>
        <name>FacetModel</name>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Arrival ({activity})</source>
            <translation>到场（{activity}）</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>已收起</translation>
        </message>
        <message>
            <source>open</source>
            <translation>已展开</translation>
        </message>
        <message>
            <source>All delegations…</source>
            <translation>全部代表团…</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>{count} in all…</source>
            <translation>共{count}个…</translation>
        </message>
        <message>
            <source>Without a delegation</source>
            <translation>无代表团</translation>
        </message>
        <message>
            <source>Vetting</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Invited to</source>
            <translation>受邀活动</translation>
        </message>
    </context>
    <context>
        <name>FacetPane</name>
        <message>
            <source>Filters</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
    </context>
    <context>
        <name>FactsPane</name>
        <message>
            <source>Person</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>Organization and invitation</source>
            <translation>单位与邀请</translation>
        </message>
        <message>
            <source>Rank and order</source>
            <translation>职级与次序</translation>
        </message>
        <message>
            <source>Travel and lodging</source>
            <translation>行程与食宿</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Show only what is filled in</source>
            <translation>只看已填写的</translation>
        </message>
        <message>
            <source>Show all fields</source>
            <translation>显示全部字段</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>已核</translation>
        </message>
        <message>
            <source>by rule</source>
            <translation>推算</translation>
        </message>
        <message>
            <source>{name}, {named} named of {declared}</source>
            <translation>{name}，申报{declared}人，已列{named}人</translation>
        </message>
        <message>
            <source>No VIP</source>
            <translation>不是贵宾</translation>
        </message>
        <message>
            <source>Not given</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>Seeing a number in full is recorded with its purpose</source>
            <translation>显示完整号码会记入审计，并请填写用途</translation>
        </message>
    </context>
    <context>
        <name>FigureModel</name>
        <message>
            <source>Whose</source>
            <translation>谁的</translation>
        </message>
        <message>
            <source>What</source>
            <translation>什么数</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
    </context>
    <context>
        <name>FigurePage</name>
        <message>
            <source>Write the published figure first.</source>
            <translation>请先写公布的数字。</translation>
        </message>
        <message>
            <source>A published figure</source>
            <translation>公布数字</translation>
        </message>
        <message>
            <source>Enter a published figure</source>
            <translation>录入公布数字</translation>
        </message>
        <message>
            <source>A claim with its qualifier and source; nothing is computed from it silently</source>
            <translation>照录公布的说法，连同限定词和来源</translation>
        </message>
        <message>
            <source>Close without saving (Esc)</source>
            <translation>不保存，关闭（Esc）</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>届次</translation>
        </message>
        <message>
            <source>Such as 24; or give the year instead</source>
            <translation>如24；也可以只写年份</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>All editions</source>
            <translation>历届累计</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Empty for the whole fair</source>
            <translation>空着表示整届</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>In the words of the source: 签约额 is not 到位资金 and not 成交额</source>
            <translation>照来源的用词：签约额不是到位资金，也不是成交额</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>分项</translation>
        </message>
        <message>
            <source>Only for one part of a whole figure</source>
            <translation>只在它是某个总数的一部分时填写</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>个, 亿元, 万元, %</source>
            <translation>个、亿元、万元、%</translation>
        </message>
        <message>
            <source>Qualifier</source>
            <translation>限定词</translation>
        </message>
        <message>
            <source>整 is exact</source>
            <translation>“整”表示确数</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Where it was published</source>
            <translation>在哪里公布的</translation>
        </message>
        <message>
            <source>All editions up to this one together</source>
            <translation>截至这一届的累计数</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Take the figure away</source>
            <translation>删去这个数字</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>FigureSection</name>
        <message>
            <source>{name} was taken away</source>
            <translation>{name}已删除</translation>
        </message>
        <message>
            <source>New figure</source>
            <translation>新的公布数</translation>
        </message>
        <message>
            <source>Chosen figure</source>
            <translation>选中的公布数</translation>
        </message>
        <message>
            <source>Published figures</source>
            <translation>公布数</translation>
        </message>
        <message>
            <source>What was announced, as it was announced. The reconciliation table shows guests, activities and the contracts of slates beside the records; the brief lists the rest.</source>
            <translation>对外公布过的数，照公布的写。对账表把嘉宾数、活动数和各签约清单的数与实际记录并列，其余列在统计简报里。</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Enter figure</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Whose figure</source>
            <translation>谁的数</translation>
        </message>
        <message>
            <source>The event&apos;s short name or the slate&apos;s name, else anything.</source>
            <translation>写活动简称或签约清单的名称，其他也可。</translation>
        </message>
        <message>
            <source>What it counts</source>
            <translation>什么数</translation>
        </message>
        <message>
            <source>Such as 嘉宾, 活动, 签约项目, 签约额.</source>
            <translation>如嘉宾、活动、签约项目、签约额。</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Digits alone, such as 536 or 3.5.</source>
            <translation>只写数字，如 536 或 3.5。</translation>
        </message>
        <message>
            <source>Qualifier</source>
            <translation>限定语</translation>
        </message>
        <message>
            <source>整 exact, 余 and 超 more, 近 less, 约 about.</source>
            <translation>整为恰好，余、超为多，近为少，约为大概。</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Such as 人, 个, 亿元.</source>
            <translation>如人、个、亿元。</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Where and when it was published.</source>
            <translation>何时何处公布。</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>Activities and categories</source>
            <translation>活动与类别</translation>
        </message>
        <message>
            <source>Delegations</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>按天</translation>
        </message>
        <message>
            <source>Organizations and people</source>
            <translation>单位与人</translation>
        </message>
        <message>
            <source>Contracts by slate</source>
            <translation>签约清单</translation>
        </message>
        <message>
            <source>Every person counts once at an activity, and once in all</source>
            <translation>每人在一场活动只计一次，合计也只计一次</translation>
        </message>
        <message>
            <source>Declared is the number a list gave, kept beside the names</source>
            <translation>“公布”是名单所报人数，与实名分开保存</translation>
        </message>
        <message>
            <source>Days of the event&apos;s own calendar</source>
            <translation>按活动所在地的日历</translation>
        </message>
        <message>
            <source>An organization is here when one of its people is</source>
            <translation>有一人到场，即计该单位到场</translation>
        </message>
        <message>
            <source>The last line counts every contract once; declared figures stay as declared</source>
            <translation>末行每个项目只计一次；公布数不强行相等</translation>
        </message>
        <message>
            <source>All activities</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>All categories</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>Badges without a guest here</source>
            <translation>本机未收录的证件</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Opens</source>
            <translation>开放</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Without a delegation</source>
            <translation>未编入代表团</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>公布</translation>
        </message>
        <message>
            <source>Named</source>
            <translation>实名</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>For the first time</source>
            <translation>首次到场</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>入场次数</translation>
        </message>
        <message>
            <source>People: {what}</source>
            <translation>人：{what}</translation>
        </message>
        <message>
            <source>Organizations: {what}</source>
            <translation>单位：{what}</translation>
        </message>
        <message>
            <source>All distinct contracts</source>
            <translation>全部项目（不重复）</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>清单</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>项数</translation>
        </message>
        <message>
            <source>Without amount</source>
            <translation>无金额</translation>
        </message>
        <message>
            <source>Amount on file</source>
            <translation>录入金额</translation>
        </message>
        <message>
            <source>Amount declared</source>
            <translation>公布金额</translation>
        </message>
        <message>
            <source>Gap in amount</source>
            <translation>金额差额</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>应到</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>实到</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>签到率</translation>
        </message>
        <message>
            <source>{count} items</source>
            <translation>{count}项</translation>
        </message>
    </context>
    <context>
        <name>FiguresPart</name>
        <message>
            <source>{count} rows are copied; paste them into a spreadsheet.</source>
            <translation>已复制{count}行，可粘贴到电子表格。</translation>
        </message>
        <message>
            <source>as of {moment}</source>
            <translation>截至{moment}</translation>
        </message>
        <message>
            <source>Nobody has come yet.</source>
            <translation>还没有人到场。</translation>
        </message>
        <message>
            <source>There is nothing to count yet. Import a list first.</source>
            <translation>还没有可统计的内容。请先导入名单。</translation>
        </message>
        <message>
            <source>All activities</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>Of the activity</source>
            <translation>统计哪场活动</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <source>As text, to paste into a spreadsheet (Ctrl+C)</source>
            <translation>复制为文本，可粘贴到电子表格（Ctrl+C）</translation>
        </message>
        <message>
            <source>The table</source>
            <translation>统计表</translation>
        </message>
    </context>
    <context>
        <name>FileLine</name>
        <message>
            <source>Last entry {moment}</source>
            <translation>最近一次记录：{moment}</translation>
        </message>
        <message>
            <source>Copy beside it of {moment}</source>
            <translation>旁边的副本：{moment}</translation>
        </message>
        <message>
            <source>Figures as of {time}</source>
            <translation>数字截至{time}</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>{found} of {total}</source>
            <translation>{found}/{total}</translation>
        </message>
        <message>
            <source>(none named)</source>
            <translation>（未填）</translation>
        </message>
        <message>
            <source>(on no slate)</source>
            <translation>（不在清单上）</translation>
        </message>
        <message>
            <source>All slates</source>
            <translation>全部清单</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>全部进展</translation>
        </message>
        <message>
            <source>All industries</source>
            <translation>全部产业</translation>
        </message>
        <message>
            <source>All regions</source>
            <translation>全部地区</translation>
        </message>
        <message>
            <source>Contract, number, organization</source>
            <translation>项目、编号、单位</translation>
        </message>
        <message>
            <source>Search the contracts</source>
            <translation>搜索合同</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索栏</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>签约清单</translation>
        </message>
        <message>
            <source>State</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>产业类别</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Take search and filters away</source>
            <translation>去掉搜索和筛选</translation>
        </message>
    </context>
    <context>
        <name>FilterMenu</name>
        <message>
            <source>Saved filters</source>
            <translation>保存的筛选</translation>
        </message>
        <message>
            <source>Save what is shown…</source>
            <translation>保存当前筛选…</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Saved as “{name}”</source>
            <translation>已保存为“{name}”</translation>
        </message>
        <message>
            <source>“{name}” is now called “{other}”</source>
            <translation>“{name}”已改名为“{other}”</translation>
        </message>
        <message>
            <source>Filter “{name}” deleted</source>
            <translation>已删除筛选“{name}”</translation>
        </message>
    </context>
    <context>
        <name>FindingsSheet</name>
        <message>
            <source>Enter goes to the contract; nothing here keeps you from working</source>
            <translation>回车转到项目；这里的提示不妨碍工作</translation>
        </message>
        <message>
            <source>To be checked</source>
            <translation>待核</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Nothing looks wrong.</source>
            <translation>没有发现可疑之处。</translation>
        </message>
    </context>
    <context>
        <name>FindingsStrip</name>
        <message>
            <source>What is wrong with the batch</source>
            <translation>本批有待核对的事项</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>全部{count}条</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>收起</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
    </context>
    <context>
        <name>FollowUpPart</name>
        <message>
            <source>There is no list of the contracts on no slate: choose a slate, or all.</source>
            <translation>不在清单上的项目没有单独的跟踪表：请选一张清单，或选全部。</translation>
        </message>
        <message>
            <source>There are no charts in front: go to the rates or the editions first.</source>
            <translation>眼前没有图表：请先转到履约情况或历届。</translation>
        </message>
        <message>
            <source>rates</source>
            <translation>履约情况</translation>
        </message>
        <message>
            <source>editions</source>
            <translation>历届</translation>
        </message>
        <message>
            <source>Save the charts as a picture</source>
            <translation>把图表存为图片</translation>
        </message>
        <message>
            <source>as of {moment}</source>
            <translation>截至{moment}</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>合同跟踪</translation>
        </message>
        <message>
            <source>Rates</source>
            <translation>履约情况</translation>
        </message>
        <message>
            <source>Editions</source>
            <translation>历届</translation>
        </message>
        <message>
            <source>Views of the follow-up</source>
            <translation>跟踪的三个视图</translation>
        </message>
        <message>
            <source>Import a follow-up list</source>
            <translation>导入跟踪表</translation>
        </message>
        <message>
            <source>States and funds as an office reports them (Alt+I)</source>
            <translation>各单位报送的进展和到位资金（Alt+I）</translation>
        </message>
        <message>
            <source>Follow-up list</source>
            <translation>跟踪表</translation>
        </message>
        <message>
            <source>Writes the slate and region in view as xlsx, docx or pdf (Alt+L)</source>
            <translation>把眼前的清单和地区写成xlsx、docx或pdf（Alt+L）</translation>
        </message>
    </context>
    <context>
        <name>FollowUpWork</name>
        <message>
            <source>Taken back.</source>
            <translation>已撤销。</translation>
        </message>
        <message>
            <source>{undone} taken back; {kept} changed since and stay as they are.</source>
            <translation>已撤销{undone}项；{kept}项后来有改动，保持不变。</translation>
        </message>
    </context>
    <context>
        <name>FollowedModel</name>
        <message>
            <source>Ordered by the funds against the amount</source>
            <translation>按到位资金与金额之比排序</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>项目名称</translation>
        </message>
        <message>
            <source>State</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签约日期</translation>
        </message>
        <message>
            <source>Last step</source>
            <translation>最近进展</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Funds in place</source>
            <translation>到位资金</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地区</translation>
        </message>
    </context>
    <context>
        <name>FormRow</name>
        <message>
            <source>Default: {usual}</source>
            <translation>默认：{usual}</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Reset {caption} to {usual}</source>
            <translation>把{caption}恢复为{usual}</translation>
        </message>
    </context>
    <context>
        <name>GuestCard</name>
        <message>
            <source>Remains on the list</source>
            <translation>保留在名单上</translation>
        </message>
        <message>
            <source>Is joined into the other</source>
            <translation>并入另一位</translation>
        </message>
    </context>
    <context>
        <name>GuestLists</name>
        <message>
            <source>Import</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Write guests, check-ins or contracts to a file (Ctrl+E)</source>
            <translation>把嘉宾、签到或签约项目写成文件（Ctrl+E）</translation>
        </message>
        <message>
            <source>Import a list of guests or contracts (Ctrl+I)</source>
            <translation>导入嘉宾名单或签约项目清单（Ctrl+I）</translation>
        </message>
    </context>
    <context>
        <name>GuestPanel</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>{name} is joined.</source>
            <translation>已合并{name}。</translation>
        </message>
        <message>
            <source>{name}: {field} is saved.</source>
            <translation>{name}：{field}已保存。</translation>
        </message>
        <message>
            <source>{name}: {field} is emptied.</source>
            <translation>{name}：{field}已清空。</translation>
        </message>
        <message>
            <source>{name}: {field} is now “{value}”.</source>
            <translation>{name}：{field}已改为“{value}”。</translation>
        </message>
        <message>
            <source>It is undone.</source>
            <translation>已撤销。</translation>
        </message>
        <message>
            <source>It is undone; what was changed again since stays.</source>
            <translation>已撤销；之后又改过的部分保持不变。</translation>
        </message>
        <message>
            <source>Choose a guest to see the details.</source>
            <translation>选择一位嘉宾查看详情。</translation>
        </message>
        <message>
            <source>Guest</source>
            <translation>嘉宾</translation>
        </message>
    </context>
    <context>
        <name>GuestTableModel</name>
        <message>
            <source>Ticked</source>
            <translation>勾选</translation>
        </message>
        <message>
            <source>Not ticked</source>
            <translation>未勾选</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>读音</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>外文名</translation>
        </message>
        <message>
            <source>Vetting</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>联络员</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国别</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Badge</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>未到</translation>
        </message>
    </context>
    <context>
        <name>GuestToolbar</name>
        <message>
            <source>{count} people</source>
            <translation>共{count}人</translation>
        </message>
        <message>
            <source>New guest</source>
            <translation>新增嘉宾</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Order: {order}</source>
            <translation>次序 {order}</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, organization, number</source>
            <translation>姓名、拼音、首字母、单位、编号</translation>
        </message>
        <message>
            <source>Search guests</source>
            <translation>搜索嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Add somebody who is on no list (Ctrl+N)</source>
            <translation>新增名单上没有的人（Ctrl+N）</translation>
        </message>
        <message>
            <source>Choose the columns of the table</source>
            <translation>选择表格显示哪些列</translation>
        </message>
    </context>
    <context>
        <name>GuestWords</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>外文姓名</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>读音</translation>
        </message>
        <message>
            <source>Lent strokes</source>
            <translation>借用笔画</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Address as</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Title in English</source>
            <translation>英文职务</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请</translation>
        </message>
        <message>
            <source>Vetting</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国别</translation>
        </message>
        <message>
            <source>Rank on the list</source>
            <translation>名单职级</translation>
        </message>
        <message>
            <source>Rank level</source>
            <translation>礼宾级别</translation>
        </message>
        <message>
            <source>Place in the rank</source>
            <translation>同级次序</translation>
        </message>
        <message>
            <source>Credentials</source>
            <translation>递交国书</translation>
        </message>
        <message>
            <source>Arranged place</source>
            <translation>排定次序</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件类型</translation>
        </message>
        <message>
            <source>Document no.</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>抵达</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>返程</translation>
        </message>
        <message>
            <source>Lodging</source>
            <translation>住宿</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>联络员</translation>
        </message>
        <message>
            <source>Diet</source>
            <translation>饮食</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Demonstration data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>Added by hand</source>
            <translation>手工新增</translation>
        </message>
        <message>
            <source>For: {note}</source>
            <translation>用途：{note}</translation>
        </message>
        <message>
            <source>Import {note}, row {row}</source>
            <translation>导入{note}第{row}行</translation>
        </message>
        <message>
            <source>Photos from {note}</source>
            <translation>照片来自{note}</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Import undone</source>
            <translation>撤销导入</translation>
        </message>
        <message>
            <source>At the door</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Identity card</source>
            <translation>身份证</translation>
        </message>
        <message>
            <source>Identity card of 15 digits</source>
            <translation>身份证（15位）</translation>
        </message>
        <message>
            <source>Hong Kong or Macao permit</source>
            <translation>港澳居民来往内地通行证</translation>
        </message>
        <message>
            <source>Taiwan permit</source>
            <translation>台湾居民来往大陆通行证</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>护照</translation>
        </message>
        <message>
            <source>Joined with {guest}</source>
            <translation>合并了{guest}</translation>
        </message>
        <message>
            <source>Parted from {guest}</source>
            <translation>与{guest}分开</translation>
        </message>
        <message>
            <source>Photo changed</source>
            <translation>更换照片</translation>
        </message>
        <message>
            <source>Photo added</source>
            <translation>添加照片</translation>
        </message>
        <message>
            <source>Photo taken away</source>
            <translation>取下照片</translation>
        </message>
        <message>
            <source>{field} seen in full</source>
            <translation>看过完整的{field}</translation>
        </message>
        <message>
            <source>{field}: {old} → {new}</source>
            <translation>{field}：{old} → {new}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>{month}/{day}</source>
            <translation>{month}月{day}日</translation>
        </message>
        <message>
            <source>{month}/{day}/{year}</source>
            <translation>{year}年{month}月{day}日</translation>
        </message>
    </context>
    <context>
        <name>HistoryLine</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>HistoryRow</name>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>HistorySection</name>
        <message>
            <source>History</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>{count} earlier ones stand in the audit trail.</source>
            <translation>更早的{count}条见审计记录。</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>全部{count}条</translation>
        </message>
        <message>
            <source>Show earlier</source>
            <translation>更早的</translation>
        </message>
    </context>
    <context>
        <name>IdlePrompt</name>
        <message>
            <source>Last: {what} {time}</source>
            <translation>上一次：{what} {time}</translation>
        </message>
        <message>
            <source>There are no activities yet</source>
            <translation>还没有活动</translation>
        </message>
        <message>
            <source>Add one first: qhsign --event FILE activity set NAME invited=all</source>
            <translation>请先添加活动：qhsign --event 活动文件 activity set 名称 invited=all</translation>
        </message>
        <message>
            <source>Ready to scan</source>
            <translation>请扫描证件</translation>
        </message>
        <message>
            <source>Without a badge: press F3 and search by name.</source>
            <translation>没带证件的嘉宾，按F3按姓名查找。</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Lists (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)</source>
            <translation>名单 (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a follow-up list</source>
            <translation>选择跟踪表</translation>
        </message>
        <message>
            <source>Import {number}: {changed} contracts changed, {same} unchanged.</source>
            <translation>导入{number}：{changed}个项目有变更，{same}个不变。</translation>
        </message>
        <message>
            <source>Import {number} is taken back.</source>
            <translation>第{number}次导入已撤销。</translation>
        </message>
        <message>
            <source>Import {number} is taken back; {kept} contracts stay changed.</source>
            <translation>第{number}次导入已撤销，之后又有改动的{kept}项保留。</translation>
        </message>
        <message>
            <source>{count} contracts would change</source>
            <translation>将变更{count}个项目</translation>
        </message>
        <message>
            <source>{count} to look at</source>
            <translation>{count}处要看一下</translation>
        </message>
        <message>
            <source>{file}: {rows} contracts read, {changed} change, {same} stay as they are</source>
            <translation>{file}：读到{rows}个项目，{changed}个变更，{same}个不变</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>项目名称</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Funds in place</source>
            <translation>到位资金</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Not taken</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>请核对</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>What is said</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Import a follow-up list</source>
            <translation>导入跟踪表</translation>
        </message>
        <message>
            <source>States and funds of contracts the event has; none is added</source>
            <translation>只更新已有项目的进展和资金，不新增项目</translation>
        </message>
        <message>
            <source>Close without importing (Esc)</source>
            <translation>不导入，关闭（Esc）</translation>
        </message>
        <message>
            <source>Choose the list an office sent back: number or title of the contract, its state, days and funds in place. You see what would change before anything does.</source>
            <translation>选择单位报回的表：项目编号或名称、进展、日期、到位资金。先看会变什么，再导入。</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>选择文件</translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>换一个文件</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>将有的变更</translation>
        </message>
        <message>
            <source>What is to be looked at</source>
            <translation>要看一下的地方</translation>
        </message>
    </context>
    <context>
        <name>ImportWizard</name>
        <message>
            <source>Lists (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;All files (*)</source>
            <translation>名单 (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Choose a list</source>
            <translation>选名单</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>剪贴板</translation>
        </message>
        <message>
            <source>{name} to mend.xlsx</source>
            <translation>{name}（请改）.xlsx</translation>
        </message>
        <message>
            <source>Write the marked list</source>
            <translation>写出标记好的名单</translation>
        </message>
        <message>
            <source>{cells} cells in {rows} rows are marked in {path}</source>
            <translation>已标出{rows}行{cells}格：{path}</translation>
        </message>
        <message>
            <source>Writing the marked list</source>
            <translation>正在写标记好的名单</translation>
        </message>
        <message>
            <source>Reading the list</source>
            <translation>正在读名单</translation>
        </message>
        <message>
            <source>Comparing the list with the event</source>
            <translation>正在与现有嘉宾比对</translation>
        </message>
        <message>
            <source>Importing the list</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the import</source>
            <translation>关闭导入</translation>
        </message>
        <message>
            <source>File</source>
            <translation>选文件</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>工作表与列</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>应用</translation>
        </message>
    </context>
    <context>
        <name>JoiningPage</name>
        <message>
            <source>{count} badges, which open the same doors as before</source>
            <translation>证件{count}张，仍可照常入场</translation>
        </message>
        <message>
            <source>{count} invitations</source>
            <translation>受邀活动{count}个</translation>
        </message>
        <message>
            <source>the signature on {numbers}</source>
            <translation>签约项目{numbers}的签字</translation>
        </message>
        <message>
            <source>{count} check-ins: unchanged, counted as one person&apos;s</source>
            <translation>签到{count}次：记录不变，按一个人统计</translation>
        </message>
        <message>
            <source>number {number}, which finds the one who remains</source>
            <translation>编号{number}，以后查到的是保留的这一位</translation>
        </message>
        <message>
            <source>They differ in {count} fields: choose what is right</source>
            <translation>有{count}项不同，请选择正确的</translation>
        </message>
        <message>
            <source>They differ in nothing.</source>
            <translation>没有不同之处。</translation>
        </message>
        <message>
            <source>Join into {number}</source>
            <translation>并入{number}</translation>
        </message>
        <message>
            <source>Join guests</source>
            <translation>合并嘉宾</translation>
        </message>
        <message>
            <source>Two entries of one person become one; one undo takes it back</source>
            <translation>同一个人的两条记录合为一条，可一次撤销</translation>
        </message>
        <message>
            <source>Back to the guests (Esc)</source>
            <translation>回到嘉宾（Esc）</translation>
        </message>
        <message>
            <source>Swap</source>
            <translation>对调</translation>
        </message>
        <message>
            <source>Let the other one remain</source>
            <translation>改为保留另一位</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>What goes over</source>
            <translation>一并转过来</translation>
        </message>
    </context>
    <context>
        <name>KeyList</name>
        <message>
            <source>Everywhere</source>
            <translation>任何界面</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Esc closes this list</source>
            <translation>按Esc关闭</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the list of keys</source>
            <translation>关闭快捷键一览</translation>
        </message>
    </context>
    <context>
        <name>KioskStartPanel</name>
        <message>
            <source>Self check-in</source>
            <translation>自助签到</translation>
        </message>
        <message>
            <source>Back to the last scans</source>
            <translation>回到最近扫描</translation>
        </message>
        <message>
            <source>Guests scan their own badges on the whole screen. Only this PIN leads back to the desk.</source>
            <translation>嘉宾在全屏界面上自己扫证签到，只有输入这个密码才能回到签到台。</translation>
        </message>
        <message>
            <source>PIN of four to six digits</source>
            <translation>密码（4到6位数字）</translation>
        </message>
        <message>
            <source>The PIN again</source>
            <translation>再输入一次密码</translation>
        </message>
        <message>
            <source>Leave empty to keep the last PIN</source>
            <translation>留空则沿用上次的密码</translation>
        </message>
        <message>
            <source>Read badges with the camera too</source>
            <translation>同时用摄像头扫码</translation>
        </message>
        <message>
            <source>Begin self check-in</source>
            <translation>开始自助签到</translation>
        </message>
    </context>
    <context>
        <name>LateSheetNotice</name>
        <message>
            <source>{count} people are entered late.</source>
            <translation>已补签{count}人。</translation>
        </message>
        <message>
            <source>Reason, then Enter</source>
            <translation>原因，回车确认</translation>
        </message>
        <message>
            <source>Reason for annulling the sheet</source>
            <translation>撤销这张签到表的原因</translation>
        </message>
        <message>
            <source>Annul all</source>
            <translation>全部撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>LateSheetPanel</name>
        <message>
            <source>Write the day as 2026-07-11 and the time as 19:30.</source>
            <translation>日期请写成 2026-07-11，时间请写成 19:30。</translation>
        </message>
        <message>
            <source>Enter {count} people</source>
            <translation>补签{count}人</translation>
        </message>
        <message>
            <source>{count} lines are not entered; see why below.</source>
            <translation>{count}行不补签，原因见下。</translation>
        </message>
        <message>
            <source>in since {when}</source>
            <translation>已于{when}到场</translation>
        </message>
        <message>
            <source>is in line {line} already</source>
            <translation>第{line}行已有</translation>
        </message>
        <message>
            <source>write the number: {who}</source>
            <translation>有同名，请写编号：{who}</translation>
        </message>
        <message>
            <source>is not on the list</source>
            <translation>名单上没有</translation>
        </message>
        <message>
            <source>the time cannot be, or has not come yet</source>
            <translation>时间不对，或还没到</translation>
        </message>
        <message>
            <source>Late sign-ins from paper</source>
            <translation>补签</translation>
        </message>
        <message>
            <source>Back to the scans (Esc)</source>
            <translation>回到扫描（Esc）</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Came at</source>
            <translation>到场</translation>
        </message>
        <message>
            <source>Came at, where the line has no time</source>
            <translation>到场时间，用于没写时间的行</translation>
        </message>
        <message>
            <source>For lines without a time of their own</source>
            <translation>用于没写时间的行</translation>
        </message>
        <message>
            <source>One guest a line: number or name, then the time of arrival
00012 19:40</source>
            <translation>每行一人：编号或姓名，后面写到场时间
00012 19:40</translation>
        </message>
        <message>
            <source>Lines of the sheet</source>
            <translation>签到表各行</translation>
        </message>
        <message>
            <source>Whom the lines mean</source>
            <translation>各行对应的嘉宾</translation>
        </message>
    </context>
    <context>
        <name>LedgerList</name>
        <message>
            <source>Last runs</source>
            <translation>打印台账</translation>
        </message>
        <message>
            <source>Nothing has been printed yet.</source>
            <translation>还没有打印过。</translation>
        </message>
    </context>
    <context>
        <name>LedgerModel</name>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>{count} pages</source>
            <translation>{count}页</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>not finished</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>{count} left out</source>
            <translation>漏印{count}份</translation>
        </message>
    </context>
    <context>
        <name>LifeLine</name>
        <message>
            <source>day not known</source>
            <translation>日期不详</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>尚未</translation>
        </message>
    </context>
    <context>
        <name>ListDesk</name>
        <message>
            <source>Import {number} is taken back; {kept} changed since stay.</source>
            <translation>第{number}次导入已撤销，之后又有改动的{kept}人保留。</translation>
        </message>
        <message>
            <source>Import {number} is taken back.</source>
            <translation>第{number}次导入已撤销。</translation>
        </message>
        <message>
            <source>Import {number}: {new} new guests, {changed} changed.</source>
            <translation>第{number}次导入：新增{new}人，变更{changed}人。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Import {number} is taken back; {kept} contracts stay changed.</source>
            <translation>第{number}次导入已撤销，之后又有改动的{kept}项保留。</translation>
        </message>
        <message>
            <source>Import {number}: {new} new contracts, {changed} changed.</source>
            <translation>第{number}次导入：新增{new}项，变更{changed}项。</translation>
        </message>
        <message>
            <source>{said} {count} set to cancelled.</source>
            <translation>{said}另有{count}人标为取消。</translation>
        </message>
    </context>
    <context>
        <name>ListFooter</name>
        <message>
            <source>{count} ticked</source>
            <translation>已选{count}人</translation>
        </message>
        <message>
            <source>{count} ticked, {hidden} hidden</source>
            <translation>已选{count}人，其中{hidden}人未显示</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>批量修改…</translation>
        </message>
        <message>
            <source>Change all ticked guests at once (Ctrl+Shift+E)</source>
            <translation>一次修改所有勾选的嘉宾（Ctrl+Shift+E）</translation>
        </message>
        <message>
            <source>Badges…</source>
            <translation>打印证件…</translation>
        </message>
        <message>
            <source>Prepare the badges of the ticked guests</source>
            <translation>为勾选的嘉宾准备证件</translation>
        </message>
        <message>
            <source>Untick</source>
            <translation>取消选择</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>In the order of: {order}</source>
            <translation>以{order}为序</translation>
        </message>
        <message>
            <source>backwards</source>
            <translation>（倒序）</translation>
        </message>
        <message>
            <source>In the order of: {column}{way}, then {order}</source>
            <translation>以{column}为序{way}，其次{order}</translation>
        </message>
        <message>
            <source>{count} found</source>
            <translation>命中{count}人</translation>
        </message>
        <message>
            <source>There are no guests yet. Import a list first.</source>
            <translation>还没有嘉宾。先导入名单。</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>导入名单</translation>
        </message>
        <message>
            <source>Guest list</source>
            <translation>嘉宾名单</translation>
        </message>
        <message>
            <source>Reading the guest list…</source>
            <translation>正在读取嘉宾名单…</translation>
        </message>
        <message>
            <source>All guests are shown</source>
            <translation>显示全部嘉宾</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>清除筛选</translation>
        </message>
        <message>
            <source>{found}. {advice}</source>
            <translation>{found}。{advice}</translation>
        </message>
        <message>
            <source>No guest is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>No guest is found with these filters.</source>
            <translation>没有符合筛选条件的嘉宾。</translation>
        </message>
    </context>
    <context>
        <name>ListWords</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Latin name</source>
            <translation>外文姓名</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>姓</translation>
        </message>
        <message>
            <source>Given name</source>
            <translation>名</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Form of address</source>
            <translation>称谓</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Organization and title</source>
            <translation>单位及职务</translation>
        </message>
        <message>
            <source>Title and name</source>
            <translation>职务姓名</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Invitation</source>
            <translation>邀请状态</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>Delegation</source>
            <translation>代表团</translation>
        </message>
        <message>
            <source>Number of people</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家或地区</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>证件类型</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>参加活动</translation>
        </message>
        <message>
            <source>Arrival</source>
            <translation>抵达时间</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>离开时间</translation>
        </message>
        <message>
            <source>Lodging</source>
            <translation>住宿</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>联络员</translation>
        </message>
        <message>
            <source>Diet</source>
            <translation>饮食</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Serial number</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>项目名称</translation>
        </message>
        <message>
            <source>Certificate number</source>
            <translation>证书编号</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>签约方</translation>
        </message>
        <message>
            <source>All parties</source>
            <translation>各签约方</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Unit of the amount</source>
            <translation>金额单位</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Signatories</source>
            <translation>签约代表</translation>
        </message>
        <message>
            <source>Signatory</source>
            <translation>签约代表</translation>
        </message>
        <message>
            <source>All signatories</source>
            <translation>各签约代表</translation>
        </message>
        <message>
            <source>Titles of all signatories</source>
            <translation>各代表职务</translation>
        </message>
        <message>
            <source>Kind of agreement</source>
            <translation>协议类型</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>产业类别</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>建设地点</translation>
        </message>
        <message>
            <source>Way of signing</source>
            <translation>签约方式</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>进展</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>签约清单</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Witness</source>
            <translation>见证人</translation>
        </message>
        <message>
            <source>Party {side}</source>
            <translation>{side}方</translation>
        </message>
        <message>
            <source>Signatory of {side}</source>
            <translation>{side}方代表</translation>
        </message>
        <message>
            <source>Title of {side}&apos;s signatory</source>
            <translation>{side}方代表职务</translation>
        </message>
        <message>
            <source>ABCDEFGH</source>
            <translation>甲乙丙丁戊己庚辛</translation>
        </message>
    </context>
    <context>
        <name>ListWriter</name>
        <message>
            <source>Write the follow-up list</source>
            <translation>写出跟踪表</translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation>正在写{name}</translation>
        </message>
        <message>
            <source>Cancelled; no file was left.</source>
            <translation>已取消，没有留下文件。</translation>
        </message>
        <message>
            <source>{rows} contracts are written to {file}.</source>
            <translation>已把{rows}个项目写入{file}。</translation>
        </message>
        <message>
            <source>{rows} contracts on {pages} pages are written to {file}.</source>
            <translation>已把{rows}个项目（{pages}页）写入{file}。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Making the demo event…</source>
            <translation>正在生成演示活动…</translation>
        </message>
        <message>
            <source>Event files</source>
            <translation>活动文件</translation>
        </message>
        <message>
            <source>Open an event file</source>
            <translation>打开活动文件</translation>
        </message>
    </context>
    <context>
        <name>MakeLine</name>
        <message>
            <source>Contracts or people changed since the plan was made.</source>
            <translation>生成之后，项目或人员有变动。</translation>
        </message>
        <message>
            <source>Bring the plan up to date</source>
            <translation>更新台位图</translation>
        </message>
        <message>
            <source>Not made yet: this is how it would be made now.</source>
            <translation>尚未生成，下面是按现在的名单将要生成的样子。</translation>
        </message>
        <message>
            <source>Make the plan</source>
            <translation>生成台位图</translation>
        </message>
    </context>
    <context>
        <name>Manual</name>
        <message>
            <source>Manual</source>
            <translation>手册</translation>
        </message>
        <message>
            <source>Esc goes back to work</source>
            <translation>按Esc回到工作</translation>
        </message>
        <message>
            <source>Search the manual</source>
            <translation>查找手册内容</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>No page has these words.</source>
            <translation>没有哪一页有这些字。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the manual</source>
            <translation>关闭手册</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Page of the manual</source>
            <translation>手册内容</translation>
        </message>
    </context>
    <context>
        <name>MappingStrip</name>
        <message>
            <source>{letter} {heading}</source>
            <translation>{letter}列 {heading}</translation>
        </message>
    </context>
    <context>
        <name>MaskedRow</name>
        <message>
            <source>What for?</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>What for? Enter shows it</source>
            <translation>用途，回车后显示</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Show it in full; the view is recorded with its purpose</source>
            <translation>显示完整内容，会连同用途记入审计</translation>
        </message>
    </context>
    <context>
        <name>MoreMenu</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>More of this desk</source>
            <translation>本台的更多操作</translation>
        </message>
    </context>
    <context>
        <name>MoveBar</name>
        <message>
            <source>{count} ticked</source>
            <translation>已选{count}项</translation>
        </message>
        <message>
            <source>Bring them to</source>
            <translation>改为</translation>
        </message>
        <message>
            <source>Day: today</source>
            <translation>日期：今天</translation>
        </message>
        <message>
            <source>Day of the step</source>
            <translation>这一步的日期</translation>
        </message>
        <message>
            <source>Reason or remark</source>
            <translation>原因或说明</translation>
        </message>
        <message>
            <source>Take the step</source>
            <translation>记入</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>退回一步</translation>
        </message>
        <message>
            <source>Takes the last step back; write the reason first</source>
            <translation>撤回最近一步；请先写原因</translation>
        </message>
        <message>
            <source>Untick</source>
            <translation>取消选择</translation>
        </message>
    </context>
    <context>
        <name>NameBar</name>
        <message>
            <source>Name of the filter</source>
            <translation>筛选名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>NamesakeRow</name>
        <message>
            <source>Join…</source>
            <translation>合并…</translation>
        </message>
        <message>
            <source>They are one person: join the two</source>
            <translation>是同一个人：合并两条记录</translation>
        </message>
        <message>
            <source>Join with {guest}</source>
            <translation>与{guest}合并</translation>
        </message>
    </context>
    <context>
        <name>NamesakeSection</name>
        <message>
            <source>Same name ({count})</source>
            <translation>同名嘉宾（{count}）</translation>
        </message>
    </context>
    <context>
        <name>NewEventForm</name>
        <message>
            <source>Write the full name of the event.</source>
            <translation>请写活动全称。</translation>
        </message>
        <message>
            <source>The last day lies before the first: correct one.</source>
            <translation>结束日期早于开始日期：请改正。</translation>
        </message>
        <message>
            <source>Choose where the file shall lie.</source>
            <translation>请选择文件位置。</translation>
        </message>
        <message>
            <source>Write the edition as a number, for example 26.</source>
            <translation>届次只写数字，例如26。</translation>
        </message>
        <message>
            <source>Write the day as 2026-07-16.</source>
            <translation>请写成2026-07-16这样的日期。</translation>
        </message>
        <message>
            <source>New event</source>
            <translation>新建活动</translation>
        </message>
        <message>
            <source>Event files</source>
            <translation>活动文件</translation>
        </message>
        <message>
            <source>Where the event file shall lie</source>
            <translation>活动文件放在哪里</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>活动全称</translation>
        </message>
        <message>
            <source>As it stands on badges, certificates and papers.</source>
            <translation>印在证件、证书和表单上的名称。</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>届次</translation>
        </message>
        <message>
            <source>The number alone. It begins the numbers of certificates.</source>
            <translation>只写数字。证书编号以它开头。</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Both days can be left open and set later.</source>
            <translation>日期可以先不写，以后再设。</translation>
        </message>
        <message>
            <source>Event file</source>
            <translation>活动文件</translation>
        </message>
        <message>
            <source>Everything of the event lies in this one file. No file is overwritten.</source>
            <translation>整届活动都在这一个文件里。不会覆盖已有文件。</translation>
        </message>
        <message>
            <source>For example 2026-07-16</source>
            <translation>例如2026-07-16</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose where the event file shall lie</source>
            <translation>选择活动文件的位置</translation>
        </message>
        <message>
            <source>Make the event</source>
            <translation>建立活动</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>NewGuestBar</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Add a guest</source>
            <translation>新增嘉宾</translation>
        </message>
    </context>
    <context>
        <name>NewGuestWork</name>
        <message>
            <source>On the list already: {guest}</source>
            <translation>名单上已有：{guest}</translation>
        </message>
        <message>
            <source>On the list already: {guest} and {more} more</source>
            <translation>名单上已有：{guest}，另有{more}位</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>{name} is added as number {number}.</source>
            <translation>已新增{name}，编号{number}。</translation>
        </message>
    </context>
    <context>
        <name>NextBatch</name>
        <message>
            <source>None: every batch has been on stage</source>
            <translation>没有了：各批都已上台</translation>
        </message>
        <message>
            <source>{number} {title}: {lack}</source>
            <translation>{number} {title}：{lack}</translation>
        </message>
        <message>
            <source>Next batch</source>
            <translation>下一批</translation>
        </message>
        <message>
            <source>Waiting board</source>
            <translation>候场板</translation>
        </message>
        <message>
            <source>Leave the console and go to the board of this batch</source>
            <translation>离开控制台，去看这一批的候场板</translation>
        </message>
    </context>
    <context>
        <name>NothingPlanned</name>
        <message>
            <source>Nobody knows yet when the first batch goes on stage.</source>
            <translation>还不知道第一批什么时候上台。</translation>
        </message>
        <message>
            <source>No contract of this slate is in a batch yet.</source>
            <translation>这个清单还没有分批：请先到台位图分批。</translation>
        </message>
        <message>
            <source>There is no slate yet. Import the list of contracts first.</source>
            <translation>还没有签约清单：请先导入项目名单。</translation>
        </message>
        <message>
            <source>First batch on stage at</source>
            <translation>第一批上台时间</translation>
        </message>
        <message>
            <source>Plan it</source>
            <translation>定下时间</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close this notice</source>
            <translation>关闭提示</translation>
        </message>
    </context>
    <context>
        <name>OneOfThem</name>
        <message>
            <source>Everybody; search for one</source>
            <translation>全部；可搜一人</translation>
        </message>
        <message>
            <source>Print for one alone</source>
            <translation>只印一份</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>Print for everybody</source>
            <translation>改为全部打印</translation>
        </message>
        <message>
            <source>{count} guests: {names}</source>
            <translation>{count}位嘉宾：{names}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Nothing is found</source>
            <translation>没有找到</translation>
        </message>
    </context>
    <context>
        <name>OperatorSection</name>
        <message>
            <source>A PIN is set</source>
            <translation>已设密码</translation>
        </message>
        <message>
            <source>No PIN is set</source>
            <translation>未设密码</translation>
        </message>
        <message>
            <source>{name} was taken away</source>
            <translation>{name}已删除</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>{role}: {does}.</source>
            <translation>{role}：{does}。</translation>
        </message>
        <message>
            <source>With nobody entered, everybody may do everything. Once the first person is entered, each desk asks at the top who works there.</source>
            <translation>没有登记任何人时，谁都可以做任何事。登记第一个人以后，每台都在窗口上方选值班的人。</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>登记一个人</translation>
        </message>
        <message>
            <source>As the audit trail names them.</source>
            <translation>操作记录里用这个姓名。</translation>
        </message>
        <message>
            <source>The first is an administrator.</source>
            <translation>第一个人须是管理员。</translation>
        </message>
        <message>
            <source>{least} to {most} digits, or none: then anybody can choose this name.</source>
            <translation>{least} 至 {most} 位数字，也可不设：不设时谁都能选这个名字。</translation>
        </message>
        <message>
            <source>PIN of the new person</source>
            <translation>新登记的人的密码</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Who works at this event</source>
            <translation>本活动的操作员</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>One administrator always stays. Taking away can be undone.</source>
            <translation>至少留一名管理员。删除后可以撤销。</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>What was done before keeps the name it was done under.</source>
            <translation>以前的操作仍记在当时的姓名下。</translation>
        </message>
        <message>
            <source>Holds at every desk at once.</source>
            <translation>各台立即生效。</translation>
        </message>
        <message>
            <source>A forgotten PIN cannot be read: set a new one, then Enter.</source>
            <translation>忘了的密码查不出来：输入新密码后按回车。</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>No PIN</source>
            <translation>取消密码</translation>
        </message>
    </context>
    <context>
        <name>OtherGuest</name>
        <message>
            <source>Write a name, an organization or a number.</source>
            <translation>写姓名、单位或编号。</translation>
        </message>
        <message>
            <source>Nobody else is found for “{text}”: write another name or a number.</source>
            <translation>没有找到别的“{text}”：换个名字或编号再找。</translation>
        </message>
        <message>
            <source>Who is the same person? Search, then press Enter.</source>
            <translation>哪一位是同一个人？先搜索，再按回车。</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, organization, number</source>
            <translation>姓名、拼音、首字母、单位、编号</translation>
        </message>
        <message>
            <source>Search guests</source>
            <translation>搜索嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Guests found</source>
            <translation>找到的嘉宾</translation>
        </message>
    </context>
    <context>
        <name>OverrideBar</name>
        <message>
            <source>A supervisor may let this person in with a reason</source>
            <translation>主管写明原因即可放行，本次扫描与放行一并记入日志</translation>
        </message>
        <message>
            <source>Identity checked</source>
            <translation>本人已核对</translation>
        </message>
        <message>
            <source>Badge left behind</source>
            <translation>新证未带</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>放行原因</translation>
        </message>
        <message>
            <source>Reason for letting in</source>
            <translation>放行原因</translation>
        </message>
        <message>
            <source>Record and let in</source>
            <translation>记录并放行</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>There are no arrivals to save yet; they are drawn once people check in.</source>
            <translation>还没有到场曲线可存；有人签到后才会画出。</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Save the arrivals as a picture</source>
            <translation>把到场曲线存为图片</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
        <message>
            <source>There are no guests yet. Import a list first, then the arrivals show here.</source>
            <translation>还没有嘉宾。先导入名单，签到后这里显示到场情况。</translation>
        </message>
        <message>
            <source>Go to the guests</source>
            <translation>去“嘉宾”</translation>
        </message>
    </context>
    <context>
        <name>OverviewWords</name>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Nothing is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>搜索结果</translation>
        </message>
        <message>
            <source>↑ ↓ choose    Enter go there    Esc close</source>
            <translation>↑ ↓ 选择    回车 前往    Esc 关闭</translation>
        </message>
        <message>
            <source>Recent guests</source>
            <translation>最近查看的嘉宾</translation>
        </message>
        <message>
            <source>Guests</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Recent contracts</source>
            <translation>最近查看的项目</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>No amount</source>
            <translation>无金额</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已签批</translation>
        </message>
        <message>
            <source>Not approved yet</source>
            <translation>未签批</translation>
        </message>
        <message>
            <source>No signatory yet</source>
            <translation>签约人未定</translation>
        </message>
    </context>
    <context>
        <name>PaletteField</name>
        <message>
            <source>Guests, contracts, commands</source>
            <translation>搜索嘉宾、项目、命令</translation>
        </message>
        <message>
            <source>Search guests, contracts and commands</source>
            <translation>搜索嘉宾、项目和命令</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>PanelDesk</name>
        <message>
            <source>{count} photos are taken in.</source>
            <translation>已导入照片{count}张。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>PanelHead</name>
        <message>
            <source>Reading checked</source>
            <translation>读音已核</translation>
        </message>
        <message>
            <source>Check the reading</source>
            <translation>核对读音</translation>
        </message>
        <message>
            <source>Also {numbers}, joined</source>
            <translation>已合并：{numbers}</translation>
        </message>
        <message>
            <source>Change the name</source>
            <translation>修改姓名</translation>
        </message>
        <message>
            <source>Change the category</source>
            <translation>修改类别</translation>
        </message>
        <message>
            <source>VIP or not</source>
            <translation>是否贵宾</translation>
        </message>
        <message>
            <source>Join with another guest…</source>
            <translation>与另一位合并…</translation>
        </message>
        <message>
            <source>More to do with this guest</source>
            <translation>更多操作</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到名单</translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>回到名单（Esc）</translation>
        </message>
    </context>
    <context>
        <name>PanelProblems</name>
        <message>
            <source>Write a whole number, such as 3, or nothing.</source>
            <translation>请填整数，例如3，或留空。</translation>
        </message>
        <message>
            <source>A guest needs a name: write it.</source>
            <translation>嘉宾要有姓名，请填写。</translation>
        </message>
        <message>
            <source>This country is not known: write its usual name, or a code such as CN.</source>
            <translation>不认识这个国别：请写通用名称，或CN这样的代码。</translation>
        </message>
        <message>
            <source>Write the day as 2024-07-11, or nothing.</source>
            <translation>日期请写成2024-07-11，或留空。</translation>
        </message>
        <message>
            <source>This number cannot be right: compare it with the document.</source>
            <translation>这个号码不对：请与证件核对。</translation>
        </message>
    </context>
    <context>
        <name>PapersSection</name>
        <message>
            <source>Signatory, side {side}</source>
            <translation>{side}方主签人</translation>
        </message>
        <message>
            <source>Substitute, side {side}</source>
            <translation>{side}方替补</translation>
        </message>
        <message>
            <source>Assistant, side {side}</source>
            <translation>{side}方助签</translation>
        </message>
        <message>
            <source>Witness, side {side}</source>
            <translation>{side}方见证人</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>已作废</translation>
        </message>
        <message>
            <source>replaced</source>
            <translation>已换发</translation>
        </message>
        <message>
            <source>Contracts and badges</source>
            <translation>签约与证件</translation>
        </message>
        <message>
            <source>No contract and no badge yet.</source>
            <translation>还没有签约项目和证件。</translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>{count} prints</source>
            <translation>打印{count}次</translation>
        </message>
        <message>
            <source>printed {count}×</source>
            <translation>印{count}次</translation>
        </message>
        <message>
            <source>not printed</source>
            <translation>未印</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>left out by the check</source>
            <translation>检查时被剔除</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>未成功</translation>
        </message>
    </context>
    <context>
        <name>PastList</name>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>not finished</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>{count} rows</source>
            <translation>{count}行</translation>
        </message>
        <message>
            <source>{count} pages</source>
            <translation>{count}页</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Last exports</source>
            <translation>最近导出</translation>
        </message>
        <message>
            <source>Nothing has been exported yet.</source>
            <translation>还没有导出过。</translation>
        </message>
    </context>
    <context>
        <name>PaymentForm</name>
        <message>
            <source>In {currency}: 3000万元, 1.2亿 or a bare number of units.</source>
            <translation>币种为{currency}：写3000万元、1.2亿，或只写数（单位为元）。</translation>
        </message>
        <message>
            <source>In any currency: 3000万元, $120万, €5000.</source>
            <translation>任何币种都行：3000万元、120万美元、5000欧元。</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Day: today</source>
            <translation>日期：今天</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>PaymentLine</name>
        <message>
            <source>Correct the payment</source>
            <translation>更正这笔资金</translation>
        </message>
        <message>
            <source>Take the payment away</source>
            <translation>撤去这笔资金</translation>
        </message>
    </context>
    <context>
        <name>PaymentSection</name>
        <message>
            <source>Why is {amount} taken away?</source>
            <translation>为什么撤去{amount}？</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>撤去</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Funds in place</source>
            <translation>到位资金</translation>
        </message>
        <message>
            <source>Enter a payment</source>
            <translation>登记一笔</translation>
        </message>
        <message>
            <source>No funds are in place yet. Enter the first payment when it is reported.</source>
            <translation>还没有到位资金。有单位报送时，登记第一笔。</translation>
        </message>
    </context>
    <context>
        <name>PersonBlock</name>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Liaison&apos;s phone</source>
            <translation>联络电话</translation>
        </message>
        <message>
            <source>Liaison: {name}</source>
            <translation>联络员：{name}</translation>
        </message>
        <message>
            <source>Not online after all</source>
            <translation>撤销上线</translation>
        </message>
        <message>
            <source>Seen online</source>
            <translation>标为已上线</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>替补</translation>
        </message>
        <message>
            <source>Online</source>
            <translation>已上线</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>No guest</source>
            <translation>不在名单</translation>
        </message>
        <message>
            <source>Not online</source>
            <translation>未上线</translation>
        </message>
        <message>
            <source>Not here</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>Why not online</source>
            <translation>为什么撤销上线</translation>
        </message>
        <message>
            <source>Why not? Enter takes it back</source>
            <translation>写明原因，按回车撤销</translation>
        </message>
    </context>
    <context>
        <name>PhotoFolderPage</name>
        <message>
            <source>Choose a folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Looking at the photos</source>
            <translation>正在查看照片</translation>
        </message>
        <message>
            <source>Taking the photos</source>
            <translation>正在导入照片</translation>
        </message>
        <message>
            <source>Looking at the photos…</source>
            <translation>正在查看照片…</translation>
        </message>
        <message>
            <source>{count} files need a look</source>
            <translation>{count}个文件需要留意</translation>
        </message>
        <message>
            <source>{matched} photos are a guest&apos;s: {fresh} new, {replaced} instead of another, {unchanged} there already. {ambiguous} may be several guests&apos;, {unmatched} nobody&apos;s, {refused} cannot be taken.</source>
            <translation>{matched}张对上嘉宾：新增{fresh}，替换{replaced}，已有{unchanged}。{ambiguous}张可能是几位嘉宾，{unmatched}张对不上，{refused}个文件不能用。</translation>
        </message>
        <message>
            <source>Take {count} photos</source>
            <translation>导入{count}张</translation>
        </message>
        <message>
            <source>Photos from a folder</source>
            <translation>从文件夹导入照片</translation>
        </message>
        <message>
            <source>Files are known by guest number, document number or name</source>
            <translation>按文件名里的编号、证件号或姓名对应</translation>
        </message>
        <message>
            <source>Back to the guests (Esc)</source>
            <translation>回到嘉宾（Esc）</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>换一个文件夹…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Files that need a look</source>
            <translation>需要留意的文件</translation>
        </message>
    </context>
    <context>
        <name>PhotoFrame</name>
        <message>
            <source>Choose a photo</source>
            <translation>选择照片</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Take a photo…</source>
            <translation>拍照…</translation>
        </message>
        <message>
            <source>Choose a photo…</source>
            <translation>选择照片…</translation>
        </message>
        <message>
            <source>Paste a photo</source>
            <translation>粘贴照片</translation>
        </message>
        <message>
            <source>Take the photo away</source>
            <translation>取下照片</translation>
        </message>
        <message>
            <source>pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>No photo</source>
            <translation>没有照片</translation>
        </message>
        <message>
            <source>Click to choose a photo, or drop one here (Ctrl+V pastes)</source>
            <translation>点击选择照片，或拖到这里（Ctrl+V 粘贴）</translation>
        </message>
    </context>
    <context>
        <name>PinBar</name>
        <message>
            <source>Self check-in is locked: type the PIN to leave.</source>
            <translation>自助签到已锁定：输入密码才能退出。</translation>
        </message>
        <message>
            <source>Wrong PIN. Try again in {seconds} seconds; scanning goes on.</source>
            <translation>密码不对，请{seconds}秒后再试；扫码照常进行。</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>Staff: leave self check-in</source>
            <translation>工作人员：退出自助签到</translation>
        </message>
        <message>
            <source>Leave self check-in</source>
            <translation>退出自助签到</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>PIN that ends self check-in</source>
            <translation>退出自助签到的密码</translation>
        </message>
    </context>
    <context>
        <name>PlanSill</name>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>The whole plan</source>
            <translation>全图</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Presidium</source>
            <translation>主席台</translation>
        </message>
        <message>
            <source>Version {version}, not made yet</source>
            <translation>第{version}版，尚未生成</translation>
        </message>
        <message>
            <source>Version {version}, {made} {by}</source>
            <translation>第{version}版，{made} {by}</translation>
        </message>
        <message>
            <source>{version}, printed</source>
            <translation>{version}，已印</translation>
        </message>
        <message>
            <source>{version}, frozen</source>
            <translation>{version}，已冻结</translation>
        </message>
        <message>
            <source>Changed after signing</source>
            <translation>签后有改动</translation>
        </message>
        <message>
            <source>Not signed</source>
            <translation>未签批</translation>
        </message>
        <message>
            <source>{step}: {who}</source>
            <translation>{step}：{who}</translation>
        </message>
    </context>
    <context>
        <name>PreflightModel</name>
        <message>
            <source>The whole run</source>
            <translation>整批</translation>
        </message>
        <message>
            <source>Held back</source>
            <translation>暂缓</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>提醒</translation>
        </message>
    </context>
    <context>
        <name>PreflightPane</name>
        <message>
            <source>All {count}</source>
            <translation>全部{count}</translation>
        </message>
        <message>
            <source>Notes {count}</source>
            <translation>提醒{count}</translation>
        </message>
        <message>
            <source>Checking every page…</source>
            <translation>正在逐页检查…</translation>
        </message>
        <message>
            <source>Papers need no check: look through the pages.</source>
            <translation>这类材料不用预检：翻看各页即可。</translation>
        </message>
        <message>
            <source>There is nothing to check yet.</source>
            <translation>还没有要检查的。</translation>
        </message>
        <message>
            <source>Nothing is wrong with any page.</source>
            <translation>各页都没有问题。</translation>
        </message>
        <message>
            <source>Nothing is found with this filter.</source>
            <translation>没有符合筛选的结果。</translation>
        </message>
        <message>
            <source>Check before printing</source>
            <translation>预检</translation>
        </message>
        <message>
            <source>Name, number or words</source>
            <translation>姓名、编号或字词</translation>
        </message>
        <message>
            <source>Search what was found</source>
            <translation>搜索预检结果</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>What the check found</source>
            <translation>预检结果</translation>
        </message>
        <message>
            <source>Held {count}</source>
            <translation>暂缓{count}</translation>
        </message>
    </context>
    <context>
        <name>PresidiumPage</name>
        <message>
            <source>Nobody is found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>The presidium is stored.</source>
            <translation>主席台已保存。</translation>
        </message>
        <message>
            <source>Printed to {path}</source>
            <translation>已打印到{path}</translation>
        </message>
        <message>
            <source>Presidium</source>
            <translation>主席台</translation>
        </message>
        <message>
            <source>{of}: seats by precedence as the audience sees them</source>
            <translation>{of}：按礼宾次序排座，观众视角</translation>
        </message>
        <message>
            <source>Close the presidium</source>
            <translation>关闭主席台</translation>
        </message>
        <message>
            <source>Domestic</source>
            <translation>国内：左为上</translation>
        </message>
        <message>
            <source>International</source>
            <translation>涉外：右为上</translation>
        </message>
        <message>
            <source>Custom of the place of honour</source>
            <translation>尊位惯例</translation>
        </message>
        <message>
            <source>Add a guest: name or number</source>
            <translation>加一位嘉宾：姓名或编号</translation>
        </message>
        <message>
            <source>Add a guest</source>
            <translation>加一位嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索框</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>找到的嘉宾</translation>
        </message>
        <message>
            <source>On the presidium, by precedence</source>
            <translation>主席台就座，按礼宾次序</translation>
        </message>
        <message>
            <source>Seats from left to right</source>
            <translation>座位，自左至右</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移出</translation>
        </message>
        <message>
            <source>Print the plan</source>
            <translation>打印座次图</translation>
        </message>
        <message>
            <source>Print place cards</source>
            <translation>打印席卡</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Audience</source>
            <translation>观众席</translation>
        </message>
        <message>
            <source>Nobody sits here yet: add guests at the left.</source>
            <translation>主席台上还没有人：请在左边添加嘉宾。</translation>
        </message>
        <message>
            <source>Domestic custom: the left of those seated is the place of honour.</source>
            <translation>国内惯例：以就座者的左手为上。</translation>
        </message>
        <message>
            <source>International custom: the right of those seated is the place of honour.</source>
            <translation>国际惯例：以就座者的右手为上。</translation>
        </message>
        <message>
            <source>The witnesses; stored with the first change or print</source>
            <translation>现为见证人；改动或打印时保存</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>第{version}版</translation>
        </message>
        <message>
            <source>Version {version}, printed: the next change makes another</source>
            <translation>第{version}版，已打印；再改动就是新的一版</translation>
        </message>
    </context>
    <context>
        <name>PreviewModel</name>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>{old} becomes {new}</source>
            <translation>{old}改为{new}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>Old value above, new value below</source>
            <translation>旧值在上，新值在下</translation>
        </message>
        <message>
            <source>Nothing is wrong with this list.</source>
            <translation>这份名单没有问题。</translation>
        </message>
        <message>
            <source>No guest on this list is new.</source>
            <translation>名单上没有新增的嘉宾。</translation>
        </message>
        <message>
            <source>This list changes no guest.</source>
            <translation>这份名单没有改动任何嘉宾。</translation>
        </message>
        <message>
            <source>No guest stays as before.</source>
            <translation>没有不变的嘉宾。</translation>
        </message>
        <message>
            <source>No new guest bears the name of one who is there.</source>
            <translation>新增的嘉宾里没有与现有嘉宾同名的。</translation>
        </message>
        <message>
            <source>Nobody of the list before is missing.</source>
            <translation>上一份名单里的人都还在。</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>消失</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>有问题</translation>
        </message>
        <message>
            <source>{count} found, {errors} not taken</source>
            <translation>{count}处，{errors}处未导入</translation>
        </message>
        <message>
            <source>Sheet “{sheet}”, headings in row {row}</source>
            <translation>工作表“{sheet}”，表头第{row}行</translation>
        </message>
        <message>
            <source>{rows} rows read</source>
            <translation>读入{rows}行</translation>
        </message>
        <message>
            <source>Change columns</source>
            <translation>改列对应</translation>
        </message>
        <message>
            <source>Marked list…</source>
            <translation>导出标记…</translation>
        </message>
        <message>
            <source>Write the list with its problems marked, to send back</source>
            <translation>把问题标在名单上存成文件，退给对方</translation>
        </message>
        <message>
            <source>What the import would do</source>
            <translation>导入预览</translation>
        </message>
        <message>
            <source>Problems of the list</source>
            <translation>名单的问题</translation>
        </message>
        <message>
            <source>Doubles</source>
            <translation>疑似重复</translation>
        </message>
        <message>
            <source>Ticked: set to cancelled; the others stay</source>
            <translation>勾选的标为取消，其余不动</translation>
        </message>
        <message>
            <source>No contract on this list is new.</source>
            <translation>这份清单没有新增项目。</translation>
        </message>
        <message>
            <source>This list changes no contract.</source>
            <translation>这份清单没有变更项目。</translation>
        </message>
        <message>
            <source>No contract stays as before.</source>
            <translation>没有不变的项目。</translation>
        </message>
        <message>
            <source>No new contract bears the title of another.</source>
            <translation>没有与已有项目同名的新项目。</translation>
        </message>
        <message>
            <source>No contract of the list before is missing.</source>
            <translation>上一份清单里的项目都在。</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>Preview: {what}</source>
            <translation>预览：{what}</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Size on the screen</source>
            <translation>显示大小</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>毫米</translation>
        </message>
        <message>
            <source>Back (Alt+Left)</source>
            <translation>上一张（Alt+左）</translation>
        </message>
        <message>
            <source>Back in the stack</source>
            <translation>上一张</translation>
        </message>
        <message>
            <source>On (Alt+Right)</source>
            <translation>下一张（Alt+右）</translation>
        </message>
        <message>
            <source>On in the stack</source>
            <translation>下一张</translation>
        </message>
    </context>
    <context>
        <name>PrintPage</name>
        <message>
            <source>Say why they are printed again; the ledger keeps the reason.</source>
            <translation>请写明重印原因，台账会留存。</translation>
        </message>
        <message>
            <source>There is no activity yet. Add one first.</source>
            <translation>还没有活动。先添加一个活动。</translation>
        </message>
        <message>
            <source>Layouts</source>
            <translation>版式文件</translation>
        </message>
        <message>
            <source>A layout of one&apos;s own</source>
            <translation>自备版式</translation>
        </message>
        <message>
            <source>{count} of them were printed before.</source>
            <translation>其中{count}份以前印过。</translation>
        </message>
        <message>
            <source>There are no contracts yet. Import a list first.</source>
            <translation>还没有签约项目。先导入清单。</translation>
        </message>
        <message>
            <source>There are no guests yet. Import a list first.</source>
            <translation>还没有嘉宾。先导入名单。</translation>
        </message>
        <message>
            <source>Go to the guests</source>
            <translation>去嘉宾页</translation>
        </message>
        <message>
            <source>No contract is left to print with these choices.</source>
            <translation>按这些条件，没有要打印的签约项目。</translation>
        </message>
        <message>
            <source>Nobody is left to print for with these choices.</source>
            <translation>按这些条件，没有要打印的嘉宾。</translation>
        </message>
        <message>
            <source>page {page} of {pages}</source>
            <translation>第{page}页，共{pages}页</translation>
        </message>
        <message>
            <source>Not in this run</source>
            <translation>不在本次打印中</translation>
        </message>
        <message>
            <source>{place} of {total}</source>
            <translation>第{place}份，共{total}份</translation>
        </message>
        <message>
            <source>As of now; phone numbers stay masked in the preview.</source>
            <translation>以此刻数据为准；预览中电话不显示全号。</translation>
        </message>
        <message>
            <source>Save as a file…</source>
            <translation>存为文件…</translation>
        </message>
        <message>
            <source>{count} contracts</source>
            <translation>共{count}项</translation>
        </message>
        <message>
            <source>{count} people</source>
            <translation>共{count}人</translation>
        </message>
        <message>
            <source>{count} can be printed</source>
            <translation>{count}份可印</translation>
        </message>
        <message>
            <source>{count} can be printed, {held} held back</source>
            <translation>{count}份可印，{held}份暂缓</translation>
        </message>
        <message>
            <source>Checking every page…</source>
            <translation>正在逐页检查…</translation>
        </message>
        <message>
            <source>Print to PDF…</source>
            <translation>打印到PDF…</translation>
        </message>
        <message>
            <source>All; search for one</source>
            <translation>全部；可搜一项</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Choose what and for whom; look at the check, then print</source>
            <translation>选好内容与对象，预检通过后再打印</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Check and last runs</source>
            <translation>预检与台账</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
    </context>
    <context>
        <name>PrintRun</name>
        <message>
            <source>Printing: {what}</source>
            <translation>正在打印：{what}</translation>
        </message>
        <message>
            <source>Printing was cancelled, and no file was left.</source>
            <translation>已取消打印，没有留下文件。</translation>
        </message>
        <message>
            <source>Nothing was printed: see what the check found.</source>
            <translation>没有可印的：请看预检结果。</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已存为{file}。</translation>
        </message>
        <message>
            <source>Saved as {file}: {pages} pages.</source>
            <translation>已存为{file}，共{pages}页。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>PDF文件</translation>
        </message>
        <message>
            <source>Word documents</source>
            <translation>Word文档</translation>
        </message>
        <message>
            <source>Workbooks</source>
            <translation>工作簿</translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>Badges</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Place cards</source>
            <translation>席卡</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>签约证书</translation>
        </message>
        <message>
            <source>Sign-in sheet</source>
            <translation>签到表</translation>
        </message>
        <message>
            <source>Badge collection</source>
            <translation>领证签收单</translation>
        </message>
        <message>
            <source>Address list</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Contract list</source>
            <translation>签约项目清单</translation>
        </message>
        <message>
            <source>Statistics brief</source>
            <translation>统计简报</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
        <message>
            <source>with photo</source>
            <translation>带照片</translation>
        </message>
        <message>
            <source>two languages</source>
            <translation>双语</translation>
        </message>
        <message>
            <source>name alone</source>
            <translation>只印姓名</translation>
        </message>
        <message>
            <source>organization and title</source>
            <translation>带单位职务</translation>
        </message>
        <message>
            <source>for a roll printer</source>
            <translation>卷纸机用</translation>
        </message>
        <message>
            <source>folded</source>
            <translation>对折</translation>
        </message>
        <message>
            <source>several on A4</source>
            <translation>A4拼版</translation>
        </message>
        <message>
            <source>own file</source>
            <translation>自备版式</translation>
        </message>
        <message>
            <source>One stack</source>
            <translation>不分组</translation>
        </message>
        <message>
            <source>By delegation</source>
            <translation>按代表团</translation>
        </message>
        <message>
            <source>By liaison</source>
            <translation>按联络员</translation>
        </message>
        <message>
            <source>By organization</source>
            <translation>按单位</translation>
        </message>
        <message>
            <source>{wide}×{high} mm</source>
            <translation>{wide}×{high}毫米</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>Plan of the stage</source>
            <translation>台位图</translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>候场清单</translation>
        </message>
        <message>
            <source>Run of show</source>
            <translation>流程单</translation>
        </message>
        <message>
            <source>Floor marks</source>
            <translation>站位地贴</translation>
        </message>
        <message>
            <source>{of}: not signed off</source>
            <translation>{of}：还没有签发</translation>
        </message>
        <message>
            <source>{of}: entered by {name}, not approved</source>
            <translation>{of}：{name}已录入，未签批</translation>
        </message>
        <message>
            <source>{of}: checked by {name}, not approved</source>
            <translation>{of}：{name}已核对，未签批</translation>
        </message>
        <message>
            <source>{of}: approved by {name}</source>
            <translation>{of}：{name}已签批</translation>
        </message>
        <message>
            <source>{of}: signed off once, but changed since</source>
            <translation>{of}：签过字，之后又有改动</translation>
        </message>
        <message>
            <source>Specimen: not approved yet</source>
            <translation>样张：未签批</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}处</translation>
        </message>
    </context>
    <context>
        <name>ProblemModel</name>
        <message>
            <source>The whole list</source>
            <translation>整份名单</translation>
        </message>
        <message>
            <source>Row {row}, column {letter} {heading}</source>
            <translation>第{row}行 {letter}列 {heading}</translation>
        </message>
        <message>
            <source>Row {row}</source>
            <translation>第{row}行</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>No photo</source>
            <translation>缺照片</translation>
        </message>
        <message>
            <source>No organization</source>
            <translation>缺单位</translation>
        </message>
        <message>
            <source>No title</source>
            <translation>缺职务</translation>
        </message>
        <message>
            <source>Perhaps twice</source>
            <translation>疑似重复</translation>
        </message>
        <message>
            <source>Namesakes</source>
            <translation>同名</translation>
        </message>
        <message>
            <source>Reading open</source>
            <translation>读音待核</translation>
        </message>
        <message>
            <source>Strokes open</source>
            <translation>笔画待定</translation>
        </message>
        <message>
            <source>Activity open</source>
            <translation>活动待对应</translation>
        </message>
        <message>
            <source>Import a folder of photos, or take them at the desk.</source>
            <translation>导入照片文件夹，或在签到台现场拍摄。</translation>
        </message>
        <message>
            <source>Fill in the organization: badges and place cards print it.</source>
            <translation>请补上单位：证件和席卡要印。</translation>
        </message>
        <message>
            <source>Fill in the title: badges and place cards print it.</source>
            <translation>请补上职务：证件和席卡要印。</translation>
        </message>
        <message>
            <source>Same name, and document, phone or organization agree: keep one entry.</source>
            <translation>姓名相同，且证件、手机或单位相同：请核对，只留一条。</translation>
        </message>
        <message>
            <source>Different people of one name: look at the organization before handing out.</source>
            <translation>同名不同人：发证、放席卡前请核对单位。</translation>
        </message>
        <message>
            <source>The surname is read in an unusual way: ask, and enter the reading.</source>
            <translation>姓氏读音特殊：请问明本人后填写读音。</translation>
        </message>
        <message>
            <source>A character has no place in stroke order: enter a stand-in for it.</source>
            <translation>有字查不到笔画：请填写代替排序的字。</translation>
        </message>
        <message>
            <source>The list named an activity the event does not have: add it, or correct it.</source>
            <translation>名单上的活动本届没有：请添加该活动，或改正名单。</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>about {count} s left</source>
            <translation>约还要{count}秒</translation>
        </message>
        <message>
            <source>about {count} min left</source>
            <translation>约还要{count}分钟</translation>
        </message>
        <message>
            <source>{count}, {left}</source>
            <translation>{count}，{left}</translation>
        </message>
    </context>
    <context>
        <name>ProposalSheet</name>
        <message>
            <source>(kept)</source>
            <translation>（不动）</translation>
        </message>
        <message>
            <source>Nobody signs twice in a batch, and nobody in two batches running.</source>
            <translation>没有人在一批里签两项，也没有人接连两批上台。</translation>
        </message>
        <message>
            <source>{count} things could not be avoided:</source>
            <translation>有{count}处无法避免：</translation>
        </message>
        <message>
            <source>Proposal of batches</source>
            <translation>分批方案</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Tables on stage</source>
            <translation>签字台数</translation>
        </message>
        <message>
            <source>Batches as proposed</source>
            <translation>拟分的批次</translation>
        </message>
        <message>
            <source>What could not be avoided</source>
            <translation>无法避免之处</translation>
        </message>
        <message>
            <source>Take these batches over</source>
            <translation>采用此方案</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Screens</source>
            <translation>界面</translation>
        </message>
    </context>
    <context>
        <name>Rates</name>
        <message>
            <source>no contract signed yet</source>
            <translation>尚无签约项目</translation>
        </message>
        <message>
            <source>no amount signed yet</source>
            <translation>尚无签约额</translation>
        </message>
        <message>
            <source>no target set</source>
            <translation>未设目标</translation>
        </message>
        <message>
            <source>{count} contracts, {signed} signed</source>
            <translation>{count}个项目，签约{signed}个</translation>
        </message>
        <message>
            <source>On no slate</source>
            <translation>不在清单上</translation>
        </message>
        <message>
            <source>None named</source>
            <translation>未填</translation>
        </message>
        <message>
            <source>{count} signed contracts have no amount.</source>
            <translation>签约项目中{count}项没有金额。</translation>
        </message>
    </context>
    <context>
        <name>RatesView</name>
        <message>
            <source>{count} rows are copied; paste them into a spreadsheet.</source>
            <translation>已复制{count}行，可粘贴到电子表格。</translation>
        </message>
        <message>
            <source>{count} contracts, {signed} signed, {ended} of them terminated</source>
            <translation>{count}个项目，签约{signed}个，其中终止{ended}个</translation>
        </message>
        <message>
            <source>Nothing is signed yet: bring contracts to “Signed”, and rates follow.</source>
            <translation>还没有签约：把项目改为“签约”，比率随之算出。</translation>
        </message>
        <message>
            <source>All contracts</source>
            <translation>全部项目</translation>
        </message>
        <message>
            <source>Bars run from 0 to 100%; what passes it is amber. Money in CNY.</source>
            <translation>条形从0到100%，超出的用琥珀色。金额为人民币。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}项</translation>
        </message>
        <message>
            <source>The targets of “{name}” are set.</source>
            <translation>“{name}”的目标已设定。</translation>
        </message>
        <message>
            <source>By slate</source>
            <translation>按清单</translation>
        </message>
        <message>
            <source>By industry</source>
            <translation>按产业</translation>
        </message>
        <message>
            <source>By region</source>
            <translation>按地区</translation>
        </message>
        <message>
            <source>Rates by</source>
            <translation>比率的分组</translation>
        </message>
        <message>
            <source>Set targets</source>
            <translation>设定目标</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <source>Save as a picture</source>
            <translation>存为图片</translation>
        </message>
        <message>
            <source>Left out of the funding rate</source>
            <translation>未计入资金到位率</translation>
        </message>
        <message>
            <source>There are no contracts to count yet. Import the list of contracts first.</source>
            <translation>还没有可以计算的项目。先导入签约项目名单。</translation>
        </message>
        <message>
            <source>Go to the contracts</source>
            <translation>去合同跟踪</translation>
        </message>
    </context>
    <context>
        <name>ReadinessColumn</name>
        <message>
            <source>{new} signs contract {number} instead of {old}</source>
            <translation>第{number}项改由{new}签，替{old}</translation>
        </message>
        <message>
            <source>The substitution is taken back</source>
            <translation>替补已撤销</translation>
        </message>
        <message>
            <source>Call list printed to {path}</source>
            <translation>候场清单已打印到{path}</translation>
        </message>
        <message>
            <source>Readiness of the contracts</source>
            <translation>各项目的候场情况</translation>
        </message>
        <message>
            <source>No batch yet. Propose batches of a slate first, then choose one.</source>
            <translation>还没有批次。请先给签约清单分批，再选一批。</translation>
        </message>
        <message>
            <source>This batch holds no contract yet.</source>
            <translation>这一批还没有项目。</translation>
        </message>
        <message>
            <source>Everything of this batch is ready.</source>
            <translation>这一批都就绪了。</translation>
        </message>
    </context>
    <context>
        <name>ReadinessFoot</name>
        <message>
            <source>{count} to print again</source>
            <translation>{count}件要重印</translation>
        </message>
        <message>
            <source>everything printed again</source>
            <translation>都已重印</translation>
        </message>
        <message>
            <source>no substitution yet</source>
            <translation>还没有替补</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
        <message>
            <source>Show the slip</source>
            <translation>查看变更单</translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>候场清单</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Ask how the name is read, correct it if need be, then confirm.</source>
            <translation>请问清本人怎么读，有误先改，再确认。</translation>
        </message>
        <message>
            <source>Not on the guest list: only a guest&apos;s reading is kept.</source>
            <translation>不在嘉宾名单：只有嘉宾的读音可以留存。</translation>
        </message>
        <message>
            <source>{count} names easily misread</source>
            <translation>{count}个容易读错的名字</translation>
        </message>
        <message>
            <source>Every name here is read as one expects.</source>
            <translation>这里的名字都不会读错。</translation>
        </message>
        <message>
            <source>Readings to confirm</source>
            <translation>待确认的读音</translation>
        </message>
        <message>
            <source>How the name is read</source>
            <translation>名字怎么读</translation>
        </message>
        <message>
            <source>Confirm the reading</source>
            <translation>确认读音</translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message>
            <source>Recent events</source>
            <translation>最近打开的活动</translation>
        </message>
    </context>
    <context>
        <name>RecentRow</name>
        <message>
            <source>Not found</source>
            <translation>找不到文件</translation>
        </message>
        <message>
            <source>Take from the list</source>
            <translation>从列表中去掉</translation>
        </message>
        <message>
            <source>Take {name} from the list</source>
            <translation>从列表中去掉{name}</translation>
        </message>
    </context>
    <context>
        <name>ReconciliationCard</name>
        <message>
            <source>Reconciliation</source>
            <translation>对账表</translation>
        </message>
        <message>
            <source>Declared and entered figures are kept apart</source>
            <translation>声明与录入分开存，不强行相等</translation>
        </message>
        <message>
            <source>Nothing was declared for this event, so there is nothing to compare.</source>
            <translation>本届活动没有声明过数字，无可核对。</translation>
        </message>
    </context>
    <context>
        <name>ReconciliationModel</name>
        <message>
            <source>exact</source>
            <translation>整</translation>
        </message>
        <message>
            <source>or somewhat more</source>
            <translation>余</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>超</translation>
        </message>
        <message>
            <source>nearly</source>
            <translation>近</translation>
        </message>
        <message>
            <source>about</source>
            <translation>约</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>声明</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>实到</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>差额</translation>
        </message>
    </context>
    <context>
        <name>RehearsalMark</name>
        <message>
            <source>REHEARSAL</source>
            <translation>演练</translation>
        </message>
    </context>
    <context>
        <name>RehearsalStrip</name>
        <message>
            <source>Rehearsal: scans are kept apart and never count</source>
            <translation>演练中：扫描单独留存，永不计入实到</translation>
        </message>
        <message>
            <source>End the rehearsal</source>
            <translation>结束演练</translation>
        </message>
    </context>
    <context>
        <name>ReportList</name>
        <message>
            <source>Which report</source>
            <translation>报表种类</translation>
        </message>
    </context>
    <context>
        <name>ReportRun</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Writing {name}</source>
            <translation>正在写{name}</translation>
        </message>
        <message>
            <source>The export was cancelled, and no file was left.</source>
            <translation>导出已取消，没有留下文件。</translation>
        </message>
        <message>
            <source>{rows} rows are written to {file}.</source>
            <translation>已写出{rows}行：{file}。</translation>
        </message>
        <message>
            <source>{rows} rows on {pages} pages are written to {file}.</source>
            <translation>已写出{rows}行，共{pages}页：{file}。</translation>
        </message>
        <message>
            <source>{count} more to look at</source>
            <translation>另有{count}处请核对</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Roster</source>
            <translation>名册</translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation>签到表（实到）</translation>
        </message>
        <message>
            <source>Check-in records</source>
            <translation>签到记录</translation>
        </message>
        <message>
            <source>Address list</source>
            <translation>通讯录</translation>
        </message>
        <message>
            <source>Seating list</source>
            <translation>座次表</translation>
        </message>
        <message>
            <source>Contract list</source>
            <translation>签约项目清单</translation>
        </message>
        <message>
            <source>Contract details</source>
            <translation>签约项目明细</translation>
        </message>
        <message>
            <source>Statistics brief</source>
            <translation>统计简报</translation>
        </message>
        <message>
            <source>Who is on file, for offices</source>
            <translation>在册嘉宾，供各部门用</translation>
        </message>
        <message>
            <source>Who came and who is missing</source>
            <translation>谁已到、何时到、谁未到</translation>
        </message>
        <message>
            <source>Every scan with its verdict</source>
            <translation>每次扫码及判定</translation>
        </message>
        <message>
            <source>Phones and titles, by delegation</source>
            <translation>按代表团列电话、职务</translation>
        </message>
        <message>
            <source>Seat by seat, for the hall</source>
            <translation>逐座列出，供会场用</translation>
        </message>
        <message>
            <source>With totals, for the seal</source>
            <translation>含合计，可盖章</translation>
        </message>
        <message>
            <source>Columns as you choose them</source>
            <translation>栏目自选</translation>
        </message>
        <message>
            <source>One or two pages for the leaders</source>
            <translation>一两页，供领导参阅</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Lists and papers for offices, with only the columns they need</source>
            <translation>给各部门的名单与文件，只含所需栏目</translation>
        </message>
        <message>
            <source>Who changed what, when and where; nothing here can be altered</source>
            <translation>何人何时何地改了什么，只能看，不能改</translation>
        </message>
        <message>
            <source>Counted from the records, as of now</source>
            <translation>由记录实时统计</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报表</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>审计</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Parts of the reports</source>
            <translation>报表分页</translation>
        </message>
    </context>
    <context>
        <name>RunFoot</name>
        <message>
            <source>Damaged</source>
            <translation>证件损坏</translation>
        </message>
        <message>
            <source>Details changed</source>
            <translation>资料有变</translation>
        </message>
        <message>
            <source>Reason for printing again</source>
            <translation>重印原因</translation>
        </message>
    </context>
    <context>
        <name>RunningNotice</name>
        <message>
            <source>The ceremony “{slate}” is under way.</source>
            <translation>“{slate}”的签约仪式正在进行。</translation>
        </message>
        <message>
            <source>Open the console</source>
            <translation>打开控制台</translation>
        </message>
    </context>
    <context>
        <name>SavedFilters</name>
        <message>
            <source>VIPs not arrived</source>
            <translation>贵宾未到</translation>
        </message>
        <message>
            <source>Confirmed, not arrived</source>
            <translation>已确认未到</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>尚未答复</translation>
        </message>
        <message>
            <source>Declined or cancelled</source>
            <translation>谢绝或取消</translation>
        </message>
        <message>
            <source>Without a photo</source>
            <translation>缺照片</translation>
        </message>
        <message>
            <source>To be put right before printing</source>
            <translation>印前待核</translation>
        </message>
    </context>
    <context>
        <name>SavedNotice</name>
        <message>
            <source>Saved: {what}</source>
            <translation>已保存：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>As before: {what}</source>
            <translation>已恢复：{what}</translation>
        </message>
    </context>
    <context>
        <name>ScanDelegate</name>
        <message>
            <source>Reason for annulling, then Enter</source>
            <translation>写明撤销原因，按回车</translation>
        </message>
        <message>
            <source>Reason for annulling</source>
            <translation>撤销原因</translation>
        </message>
        <message>
            <source>Annulled</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>No guest</source>
            <translation>未识别</translation>
        </message>
        <message>
            <source>Annul</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>ScanField</name>
        <message>
            <source>Scan a badge</source>
            <translation>请扫描证件</translation>
        </message>
        <message>
            <source>Scan a badge of who leaves</source>
            <translation>请扫描离场者的证件</translation>
        </message>
        <message>
            <source>Scan field</source>
            <translation>扫描框</translation>
        </message>
        <message>
            <source>Keystrokes always land here; no need to click</source>
            <translation>键盘输入总会落在这里，不必点击</translation>
        </message>
        <message>
            <source>Input method off</source>
            <translation>输入法已关闭</translation>
        </message>
    </context>
    <context>
        <name>ScanListModel</name>
        <message>
            <source>Annulled</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>tag {number}</source>
            <translation>号码牌{number}</translation>
        </message>
    </context>
    <context>
        <name>ScreenCard</name>
        <message>
            <source>A window that can be moved</source>
            <translation>可移动的窗口</translation>
        </message>
        <message>
            <source>Close the big screen</source>
            <translation>关闭大屏</translation>
        </message>
        <message>
            <source>{name} unplugged</source>
            <translation>{name}已断开</translation>
        </message>
        <message>
            <source>Not shown</source>
            <translation>未打开</translation>
        </message>
        <message>
            <source>Where the big screen is: {now}</source>
            <translation>大屏在哪里：{now}</translation>
        </message>
        <message>
            <source>Big screen</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>跟随流程</translation>
        </message>
        <message>
            <source>The big screen follows the steps</source>
            <translation>大屏跟随流程</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>停住画面</translation>
        </message>
        <message>
            <source>Keep the picture in the hall while you go on</source>
            <translation>流程往下走，大屏画面不变</translation>
        </message>
        <message>
            <source>Copy of the big screen</source>
            <translation>大屏画面</translation>
        </message>
    </context>
    <context>
        <name>SettingFinder</name>
        <message>
            <source>No setting for “{text}”: try a shorter word.</source>
            <translation>没有与“{text}”有关的设置：请换个短一些的词。</translation>
        </message>
        <message>
            <source>Settings found</source>
            <translation>找到的设置</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Text size, from the next start of the program on</source>
            <translation>文字大小，下次启动程序时生效</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>This desk</source>
            <translation>本台</translation>
        </message>
        <message>
            <source>The event</source>
            <translation>本届活动</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>各场活动</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>公布数</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>操作员</translation>
        </message>
        <message>
            <source>Find a setting</source>
            <translation>查找设置</translation>
        </message>
        <message>
            <source>Empty the search</source>
            <translation>清空查找</translation>
        </message>
    </context>
    <context>
        <name>SharesCard</name>
        <message>
            <source>Arrived of expected by category</source>
            <translation>各类别实到与应到</translation>
        </message>
        <message>
            <source>Arrived of expected by activity</source>
            <translation>各活动实到与应到</translation>
        </message>
        <message>
            <source>{name}: {arrived} of {expected}, {rate}</source>
            <translation>{name}：实到{arrived}，应到{expected}，签到率{rate}</translation>
        </message>
        <message>
            <source>Arrived / expected</source>
            <translation>实到 / 应到</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
    </context>
    <context>
        <name>ShiftButton</name>
        <message>
            <source>Who works here?</source>
            <translation>谁在值班？</translation>
        </message>
        <message>
            <source>Until somebody signs in, only check-in is possible</source>
            <translation>选定操作员以前，只能签到</translation>
        </message>
        <message>
            <source>Works here:</source>
            <translation>值班：</translation>
        </message>
    </context>
    <context>
        <name>ShiftPanel</name>
        <message>
            <source>Who works here?</source>
            <translation>谁在值班？</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>接班</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>离岗</translation>
        </message>
    </context>
    <context>
        <name>ShowCard</name>
        <message>
            <source>Step {place} of {count}</source>
            <translation>第{place}步，共{count}步</translation>
        </message>
        <message>
            <source>Run of show</source>
            <translation>流程单</translation>
        </message>
        <message>
            <source>Planned time, and when it really began</source>
            <translation>计划时间与实际开始</translation>
        </message>
    </context>
    <context>
        <name>ShowPart</name>
        <message>
            <source>New step</source>
            <translation>新环节</translation>
        </message>
        <message>
            <source>A step was put in: give it its name.</source>
            <translation>已加一个环节：请写上名称。</translation>
        </message>
        <message>
            <source>The run of show is still being read: ask again in a moment.</source>
            <translation>流程单还在读取：请稍等再试。</translation>
        </message>
        <message>
            <source>{first}–{last}, {long}, {count} steps</source>
            <translation>{first}—{last}，{long}，{count}个环节</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours}小时{minutes}分钟</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes}分钟</translation>
        </message>
        <message>
            <source>Changed: {step}</source>
            <translation>已修改：{step}</translation>
        </message>
        <message>
            <source>Moved: {step}</source>
            <translation>已移动：{step}</translation>
        </message>
        <message>
            <source>Taken out: {step}</source>
            <translation>已去掉：{step}</translation>
        </message>
        <message>
            <source>The ceremony has its time now.</source>
            <translation>仪式时间已定。</translation>
        </message>
        <message>
            <source>Signed off by {name}.</source>
            <translation>{name}已签字。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>Big screen</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>Sound and light</source>
            <translation>音响灯光</translation>
        </message>
        <message>
            <source>Sees to it</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Steps of the run of show</source>
            <translation>流程单的环节</translation>
        </message>
        <message>
            <source>All steps</source>
            <translation>全部环节</translation>
        </message>
        <message>
            <source>This step</source>
            <translation>本环节</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示什么</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
    </context>
    <context>
        <name>ShowPrint</name>
        <message>
            <source>PDF files</source>
            <translation>PDF文件</translation>
        </message>
        <message>
            <source>Word documents</source>
            <translation>Word文档</translation>
        </message>
        <message>
            <source>Run of show</source>
            <translation>流程单</translation>
        </message>
        <message>
            <source>Print the run of show</source>
            <translation>打印流程单</translation>
        </message>
        <message>
            <source>Saved as {file}, version {version}.</source>
            <translation>已存为{file}，第{version}版。</translation>
        </message>
        <message>
            <source>The check found {count} things: see the print screen.</source>
            <translation>检查发现{count}处问题：请到打印页查看。</translation>
        </message>
    </context>
    <context>
        <name>SideColumn</name>
        <message>
            <source>Choose the guest and press Enter</source>
            <translation>选中嘉宾，核对本人后按回车签到</translation>
        </message>
        <message>
            <source>No guest is found for “{query}”.</source>
            <translation>没有找到“{query}”。</translation>
        </message>
        <message>
            <source>Last scans</source>
            <translation>最近扫描</translation>
        </message>
        <message>
            <source>Find a guest</source>
            <translation>查找嘉宾</translation>
        </message>
        <message>
            <source>Find a guest without a badge</source>
            <translation>查找没带证件的嘉宾</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索</translation>
        </message>
        <message>
            <source>No badge</source>
            <translation>没带证件</translation>
        </message>
        <message>
            <source>Name, pinyin, initials, phone tail</source>
            <translation>姓名、拼音、首字母、手机尾号</translation>
        </message>
        <message>
            <source>No scans here yet.</source>
            <translation>本活动还没有扫描记录。</translation>
        </message>
        <message>
            <source>Last scans; Delete annuls</source>
            <translation>最近扫描，按Delete键撤销</translation>
        </message>
        <message>
            <source>Guests found; Enter checks in</source>
            <translation>查到的嘉宾，按回车签到</translation>
        </message>
    </context>
    <context>
        <name>SignOff</name>
        <message>
            <source>Sign-off</source>
            <translation>签发</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未签</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name of who does the next step</source>
            <translation>下一步由谁签字</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>签批</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>签批</translation>
        </message>
        <message>
            <source>{step} by {name} on {when}, but what it says has changed since.</source>
            <translation>{name}于{when}{step}，之后内容有改动，要重新签字。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}处</translation>
        </message>
    </context>
    <context>
        <name>SignPanel</name>
        <message>
            <source>Sign: {step}</source>
            <translation>签：{step}</translation>
        </message>
        <message>
            <source>Who signs: {step}</source>
            <translation>由谁{step}</translation>
        </message>
        <message>
            <source>{who}  {when}</source>
            <translation>{who}&#x3000;{when}</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close the sign-off</source>
            <translation>关闭签批</translation>
        </message>
        <message>
            <source>Sign-off of the plan</source>
            <translation>台位图签批</translation>
        </message>
    </context>
    <context>
        <name>SlateBar</name>
        <message>
            <source>No slate yet</source>
            <translation>还没有清单</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>清单</translation>
        </message>
    </context>
    <context>
        <name>SlateFace</name>
        <message>
            <source>No amount: {count}</source>
            <translation>{count}项无金额</translation>
        </message>
        <message>
            <source>No amount: {count} (framework agreements)</source>
            <translation>{count}项框架协议无金额</translation>
        </message>
        <message>
            <source>{count} to be checked</source>
            <translation>{count}处待核</translation>
        </message>
        <message>
            <source>On no slate</source>
            <translation>未列入清单</translation>
        </message>
        <message>
            <source>Declared</source>
            <translation>声明</translation>
        </message>
        <message>
            <source>Computed</source>
            <translation>计算</translation>
        </message>
        <message>
            <source>not told</source>
            <translation>未声明</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>差额</translation>
        </message>
    </context>
    <context>
        <name>SlateLine</name>
        <message>
            <source>Onto the slate</source>
            <translation>列入清单</translation>
        </message>
        <message>
            <source>It declares</source>
            <translation>公布</translation>
        </message>
        <message>
            <source>As the list says; choose or name one</source>
            <translation>按表内所写；可选可填</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>项数</translation>
        </message>
        <message>
            <source>Amount, 536亿</source>
            <translation>金额，如536亿</translation>
        </message>
    </context>
    <context>
        <name>SlateSheet</name>
        <message>
            <source>Close (Esc)</source>
            <translation type="unfinished">关闭（Esc）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation type="unfinished">活动</translation>
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished">日期</translation>
        </message>
        <message>
            <source>Declared number</source>
            <translation>声明项数</translation>
        </message>
        <message>
            <source>Declared amount</source>
            <translation type="unfinished">声明金额</translation>
        </message>
        <message>
            <source>None: whoever was let in anywhere is there</source>
            <translation>不限：在任一活动签到都算到场</translation>
        </message>
        <message>
            <source>Write the day as 2026-07-16.</source>
            <translation type="unfinished">请写成2026-07-16这样的日期。</translation>
        </message>
        <message>
            <source>Write how many contracts were declared, such as 18.</source>
            <translation>请写声明了几项，如18。</translation>
        </message>
        <message>
            <source>Write the amount in 人民币, such as 536亿元.</source>
            <translation>请写人民币金额，如536亿元。</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>清单</translation>
        </message>
        <message>
            <source>Whoever was let in at the activity is at the venue: the board of readiness goes by it, and the ceremony begins when it opens, unless a batch has a time. Papers name the day.</source>
            <translation>在所属活动签到的人才算到场，候场板以此为准；批次没有定上台时间的，从活动开始时间推算。日期写在仪式的各种单子上。</translation>
        </message>
    </context>
    <context>
        <name>SlipDelegate</name>
        <message>
            <source>Take back</source>
            <translation>撤销替补</translation>
        </message>
        <message>
            <source>Print again</source>
            <translation>再打印</translation>
        </message>
    </context>
    <context>
        <name>SlipModel</name>
        <message>
            <source>{kind} of {name} ({number})</source>
            <translation>{kind}  {name}（{number}）</translation>
        </message>
        <message>
            <source>{side}: {new} instead of {old}; approved by {approver}, {time}</source>
            <translation>{side}方：{new}替{old}；{approver}批准，{time}</translation>
        </message>
        <message>
            <source>version {version} is void</source>
            <translation>第{version}版作废</translation>
        </message>
        <message>
            <source>needed for {name} ({number})</source>
            <translation>改印{name}（{number}）</translation>
        </message>
        <message>
            <source>Changes by itself</source>
            <translation>自动更换</translation>
        </message>
        <message>
            <source>To print again</source>
            <translation>要重印</translation>
        </message>
        <message>
            <source>Printed again</source>
            <translation>已重印</translation>
        </message>
    </context>
    <context>
        <name>SlipPage</name>
        <message>
            <source>{new} signs instead of {old}</source>
            <translation>{new}替补{old}</translation>
        </message>
        <message>
            <source>The slip of contract {number}, {side}: {name}</source>
            <translation>第{number}项{side}方替补{name}的变更单</translation>
        </message>
        <message>
            <source>Printed to {path}</source>
            <translation>已打印到{path}</translation>
        </message>
        <message>
            <source>The change slip is on the clipboard.</source>
            <translation>变更单已复制到剪贴板。</translation>
        </message>
        <message>
            <source>Printing; {count} to go…</source>
            <translation>正在打印，还有{count}件…</translation>
        </message>
        <message>
            <source>{count} printed things have to be printed again</source>
            <translation>有{count}件印好的要重印</translation>
        </message>
        <message>
            <source>Nothing has to be printed again</source>
            <translation>没有要重印的</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
        <message>
            <source>What a substitution made wrong; prints go to this desk&apos;s print folder</source>
            <translation>替补之后作废的印件；重印的文件放在本台的打印文件夹</translation>
        </message>
        <message>
            <source>Close the change slip</source>
            <translation>关闭变更单</translation>
        </message>
        <message>
            <source>Copy the list</source>
            <translation>复制清单</translation>
        </message>
        <message>
            <source>Print the slip</source>
            <translation>打印变更单</translation>
        </message>
        <message>
            <source>Print all again</source>
            <translation>全部重印</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Nobody was substituted yet, so nothing is wrong.</source>
            <translation>还没有人替补，没有要重印的。</translation>
        </message>
    </context>
    <context>
        <name>SlipPane</name>
        <message>
            <source>{what} {of}</source>
            <translation>{what} {of}</translation>
        </message>
        <message>
            <source>Version {version} is wrong</source>
            <translation>第{version}版已不对</translation>
        </message>
        <message>
            <source>Print again: {count}</source>
            <translation>变更单：{count}件要重印</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}处</translation>
        </message>
    </context>
    <context>
        <name>Stage</name>
        <message>
            <source>Changed after {who} signed ({step}, {when}): sign it anew.</source>
            <translation>{who}{step}（{when}）之后有改动，请重新签批。</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Absent</source>
            <translation>缺人</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>签批</translation>
        </message>
        <message>
            <source>From the hall</source>
            <translation>观众视角</translation>
        </message>
        <message>
            <source>From the stage</source>
            <translation>台上视角</translation>
        </message>
        <message>
            <source>Hall</source>
            <translation>观众</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>台上</translation>
        </message>
        <message>
            <source>Guest signs</source>
            <translation>客主签</translation>
        </message>
        <message>
            <source>Guest assists</source>
            <translation>客助签</translation>
        </message>
        <message>
            <source>Host signs</source>
            <translation>主主签</translation>
        </message>
        <message>
            <source>Host assists</source>
            <translation>主助签</translation>
        </message>
        <message>
            <source>{party} signs</source>
            <translation>{party}方主签</translation>
        </message>
        <message>
            <source>{party} assists</source>
            <translation>{party}方助签</translation>
        </message>
        <message>
            <source>free</source>
            <translation>空位</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>已取消</translation>
        </message>
        <message>
            <source>not in the guest list</source>
            <translation>不在名单</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>已移位</translation>
        </message>
        <message>
            <source>not here yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>here</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}，{second}</translation>
        </message>
        <message>
            <source>Flag: {countries}</source>
            <translation>旗：{countries}</translation>
        </message>
        <message>
            <source>off the stage</source>
            <translation>台下</translation>
        </message>
        <message>
            <source>{day}/{month} {time}</source>
            <translation>{month}月{day}日 {time}</translation>
        </message>
    </context>
    <context>
        <name>StageClock</name>
        <message>
            <source>The time on stage is not known yet</source>
            <translation>上台时间未定</translation>
        </message>
        <message>
            <source>Was to go on stage at {time}</source>
            <translation>应在{time}上台，已过</translation>
        </message>
        <message>
            <source>To going on stage at {time}</source>
            <translation>距{time}上台还有</translation>
        </message>
        <message>
            <source>To going on stage at about {time}</source>
            <translation>约{time}上台，还有</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days}天{hours}小时</translation>
        </message>
    </context>
    <context>
        <name>StageColumn</name>
        <message>
            <source>No batches yet. Part the slate into batches at the left.</source>
            <translation>还没有批次。请先在左边给清单分批。</translation>
        </message>
        <message>
            <source>No contract is in this batch yet.</source>
            <translation>这一批还没有项目。</translation>
        </message>
        <message>
            <source>Plan of the stage {batch}</source>
            <translation>台位图 {batch}</translation>
        </message>
    </context>
    <context>
        <name>StageFoot</name>
        <message>
            <source>Substitute</source>
            <translation>替补</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>Move to…</source>
            <translation>移到…</translation>
        </message>
        <message>
            <source>{missing}, T−{minutes} is past</source>
            <translation>{missing}，已过T−{minutes}</translation>
        </message>
    </context>
    <context>
        <name>StageHead</name>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Unfreeze</source>
            <translation>解冻</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>冻结</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Viewpoint</source>
            <translation>视角</translation>
        </message>
        <message>
            <source>Plan of the stage…</source>
            <translation>台位图…</translation>
        </message>
        <message>
            <source>Marks on the floor…</source>
            <translation>站位地贴…</translation>
        </message>
        <message>
            <source>Call list…</source>
            <translation>候场清单…</translation>
        </message>
    </context>
    <context>
        <name>StageLine</name>
        <message>
            <source>Next: {batch}</source>
            <translation>下一批：{batch}</translation>
        </message>
        <message>
            <source>Go to the ceremony</source>
            <translation>去签约</translation>
        </message>
        <message>
            <source>Ceremony</source>
            <translation>去签约</translation>
        </message>
    </context>
    <context>
        <name>StagePrint</name>
        <message>
            <source>Print all the same</source>
            <translation>仍然打印</translation>
        </message>
        <message>
            <source>Plan of the stage</source>
            <translation>台位图</translation>
        </message>
        <message>
            <source>Marks on the floor</source>
            <translation>站位地贴</translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>候场清单</translation>
        </message>
        <message>
            <source>PDF files</source>
            <translation>PDF文件</translation>
        </message>
        <message>
            <source>Word documents</source>
            <translation>Word文档</translation>
        </message>
        <message>
            <source>Workbooks</source>
            <translation>工作簿</translation>
        </message>
        <message>
            <source>{count} things are to be looked at first: they stand over the plan.</source>
            <translation>有{count}处要先核对，见台位图上方。</translation>
        </message>
        <message>
            <source>The plan is not approved yet: its foot says so in print.</source>
            <translation>台位图还没有签批，印出来批准一栏是空的。</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已存为{file}。</translation>
        </message>
        <message>
            <source>Saved as {file}: {pages} pages.</source>
            <translation>已存为{file}，共{pages}页。</translation>
        </message>
        <message>
            <source>Saved as {file}: {count} marks on {pages} pages.</source>
            <translation>已存为{file}：地贴{count}张，共{pages}页。</translation>
        </message>
        <message>
            <source>{count} texts could not be set as they should.</source>
            <translation>有{count}处文字没有排好，请看成品。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>StageScene</name>
        <message>
            <source>As the signers see it: hosts at the left, guests at the right.</source>
            <translation>面向观众时台上所见：主在左、客在右</translation>
        </message>
        <message>
            <source>Signers see hosts at their left, so the audience sees guests left and hosts right.</source>
            <translation>签署人看是主左客右，所以观众看是客在左、主在右</translation>
        </message>
        <message>
            <source>Backdrop</source>
            <translation>背景板</translation>
        </message>
        <message>
            <source>Witnesses behind</source>
            <translation>后排见证人</translation>
        </message>
        <message>
            <source>each side by rank from the centre outward</source>
            <translation>各方自中间向两侧按次序</translation>
        </message>
        <message>
            <source>Signing table</source>
            <translation>签约台</translation>
        </message>
        <message>
            <source>signers face the audience</source>
            <translation>签署人面向观众就座</translation>
        </message>
        <message>
            <source>Audience</source>
            <translation>观众席</translation>
        </message>
        <message>
            <source>no contract now</source>
            <translation>现无项目</translation>
        </message>
    </context>
    <context>
        <name>StageView</name>
        <message>
            <source>Carrying {who}. At {place}</source>
            <translation>正在移动：{who}。目标：{place}</translation>
        </message>
    </context>
    <context>
        <name>StageWork</name>
        <message>
            <source>Version {version} of the plan is made.</source>
            <translation>已生成台位图第{version}版。</translation>
        </message>
        <message>
            <source>This is an earlier version: show the latest one to change it.</source>
            <translation>这是以前的版本，请先切换到最新版再改。</translation>
        </message>
        <message>
            <source>{one} and {other} changed places.</source>
            <translation>{one}与{other}已对调台位。</translation>
        </message>
        <message>
            <source>{one} stands elsewhere now.</source>
            <translation>{one}已换台位。</translation>
        </message>
        <message>
            <source>The plan is frozen: nobody who stays is moved any more.</source>
            <translation>台位图已冻结，留下的人不再移位。</translation>
        </message>
        <message>
            <source>The plan can be changed again.</source>
            <translation>台位图已解冻，可以再改。</translation>
        </message>
        <message>
            <source>{step}: {who}</source>
            <translation>{step}：{who}</translation>
        </message>
        <message>
            <source>Contract {number} is in {batch} now.</source>
            <translation>项目{number}已移到{batch}。</translation>
        </message>
    </context>
    <context>
        <name>StandInList</name>
        <message>
            <source>Found</source>
            <translation>找到</translation>
        </message>
        <message>
            <source>Suggested</source>
            <translation>建议人选：指定的替补、本单位已到的人</translation>
        </message>
        <message>
            <source>Nothing is found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <source>No substitute is named and nobody of this organization is here. Search.</source>
            <translation>没有指定替补，本单位也没有人到场，请搜索。</translation>
        </message>
        <message>
            <source>named substitute</source>
            <translation>指定替补</translation>
        </message>
        <message>
            <source>here</source>
            <translation>已到</translation>
        </message>
        <message>
            <source>Search all guests: name, pinyin, organization</source>
            <translation>搜索全部嘉宾：姓名、拼音、单位</translation>
        </message>
        <message>
            <source>Search who signs instead</source>
            <translation>搜索由谁来签</translation>
        </message>
        <message>
            <source>Empty the search field</source>
            <translation>清空搜索框</translation>
        </message>
        <message>
            <source>Who might sign instead</source>
            <translation>可以替补的人</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>qhsign</source>
            <translation>青洽会签约礼宾</translation>
        </message>
        <message>
            <source>Guests and check-in for a fair and its signing ceremonies. One event, one file.</source>
            <translation>会展与签约仪式的嘉宾和签到。一届活动，一个文件。</translation>
        </message>
        <message>
            <source>New event…</source>
            <translation>新建活动…</translation>
        </message>
        <message>
            <source>Open an event file…</source>
            <translation>打开活动文件…</translation>
        </message>
        <message>
            <source>Open the demo event</source>
            <translation>打开演示活动</translation>
        </message>
        <message>
            <source>An event file can also be dropped onto this window.</source>
            <translation>也可以把活动文件拖到本窗口。</translation>
        </message>
        <message>
            <source>Manual (F1)</source>
            <translation>手册（F1）</translation>
        </message>
    </context>
    <context>
        <name>StepCard</name>
        <message>
            <source>Plan {minutes}</source>
            <translation>计划{minutes}</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>未开始</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>正在进行</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>签字中</translation>
        </message>
        <message>
            <source>This step</source>
            <translation>本步已用</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Against plan</source>
            <translation>比流程单</translation>
        </message>
        <message>
            <source>Expected end</source>
            <translation>预计结束</translation>
        </message>
        <message>
            <source>Contracts of the batch</source>
            <translation>本批项目</translation>
        </message>
        <message>
            <source>Time this step has taken</source>
            <translation>本步已用时间</translation>
        </message>
    </context>
    <context>
        <name>StepForm</name>
        <message>
            <source>On stage at</source>
            <translation>上台时间</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Big screen</source>
            <translation>大屏</translation>
        </message>
        <message>
            <source>Sound and light</source>
            <translation>音响灯光</translation>
        </message>
        <message>
            <source>Sees to it</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Estimate again</source>
            <translation>改回推算</translation>
        </message>
        <message>
            <source>Earlier in the run of show</source>
            <translation>往前移</translation>
        </message>
        <message>
            <source>Later in the run of show</source>
            <translation>往后移</translation>
        </message>
        <message>
            <source>Take the step out</source>
            <translation>去掉环节</translation>
        </message>
        <message>
            <source>No step is chosen</source>
            <translation>还没有选环节</translation>
        </message>
        <message>
            <source>A step of your own</source>
            <translation>自设环节</translation>
        </message>
        <message>
            <source>Empty fields say what is usual</source>
            <translation>空着的按惯例</translation>
        </message>
        <message>
            <source>Estimated from the steps before; hh:mm sets it</source>
            <translation>按前面的环节推算；写hh:mm定下</translation>
        </message>
        <message>
            <source>Set by hand; waits for the steps before</source>
            <translation>人工定下；前面没完则顺延</translation>
        </message>
        <message>
            <source> or </source>
            <translation>或</translation>
        </message>
        <message>
            <source>After “{here}” comes {next}; a later state only after those before it.</source>
            <translation>“{here}”之后是{next}；再往后的要逐步走到。</translation>
        </message>
        <message>
            <source>“{here}” is the end; if that was a mistake, take the last step back.</source>
            <translation>“{here}”之后没有下一步；记错了请退回一步。</translation>
        </message>
        <message>
            <source>After “{here}” only {next} may come.</source>
            <translation>“{here}”之后只能是{next}。</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Day: today</source>
            <translation>日期：今天</translation>
        </message>
        <message>
            <source>Day of the step</source>
            <translation>这一步的日期</translation>
        </message>
        <message>
            <source>Such as 2024-09-30; empty for today</source>
            <translation>如2024-09-30；空着就是今天</translation>
        </message>
        <message>
            <source>Reason or remark</source>
            <translation>原因或说明</translation>
        </message>
        <message>
            <source>Take the step</source>
            <translation>记入</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>退回一步</translation>
        </message>
        <message>
            <source>Takes the last step back; write the reason first</source>
            <translation>撤回最近一步；请先写原因</translation>
        </message>
    </context>
    <context>
        <name>SubstitutionPage</name>
        <message>
            <source>nobody named yet</source>
            <translation>还没有定人</translation>
        </message>
        <message>
            <source>Choose who signs at the right</source>
            <translation>请在右边选由谁来签</translation>
        </message>
        <message>
            <source>Substitution</source>
            <translation>替补</translation>
        </message>
        <message>
            <source>Somebody else signs; the change slip then lists what to print again</source>
            <translation>换人签约；变更单随后列出要重印的东西</translation>
        </message>
        <message>
            <source>Close without substituting</source>
            <translation>不替补，关闭</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>签约项目</translation>
        </message>
        <message>
            <source>Instead of</source>
            <translation>替谁</translation>
        </message>
        <message>
            <source>Signs now</source>
            <translation>由谁签</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <source>Letter of authorisation seen</source>
            <translation>已核授权委托书</translation>
        </message>
        <message>
            <source>Name of who approved</source>
            <translation>写明谁批准的</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Substitute</source>
            <translation>替补</translation>
        </message>
    </context>
    <context>
        <name>SupervisorWord</name>
        <message>
            <source>Supervisor</source>
            <translation>主管</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>PIN of the supervisor</source>
            <translation>主管的密码</translation>
        </message>
    </context>
    <context>
        <name>TagCell</name>
        <message>
            <source>Number tag</source>
            <translation>号码牌</translation>
        </message>
        <message>
            <source>Number on the tag</source>
            <translation>牌上的号码</translation>
        </message>
    </context>
    <context>
        <name>TargetForm</name>
        <message>
            <source>Targets of</source>
            <translation>目标：</translation>
        </message>
        <message>
            <source>Money such as 1000亿元, in CNY only; an empty field sets no target.</source>
            <translation>金额如1000亿元，只用人民币；空着表示不设目标。</translation>
        </message>
        <message>
            <source>Set the targets</source>
            <translation>设定目标</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>TickBar</name>
        <message>
            <source>{count} ticked</source>
            <translation>已勾选{count}项</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>处理</translation>
        </message>
        <message>
            <source>Take the ticks away</source>
            <translation>取消勾选</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>No activity</source>
            <translation>没有活动</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>Settings (Ctrl+,)</source>
            <translation>设置（Ctrl+,）</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Desk</source>
            <translation>签到台</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>UndoWork</name>
        <message>
            <source>Everything is as before.</source>
            <translation>已恢复原样。</translation>
        </message>
        <message>
            <source>Taken back, but for {count} changed since.</source>
            <translation>已撤销；其中{count}条之后又改过，保持不变。</translation>
        </message>
    </context>
    <context>
        <name>VerdictBody</name>
        <message>
            <source>VIP arrival</source>
            <translation>贵宾到场</translation>
        </message>
        <message>
            <source>VIP arrival; liaison: {name}</source>
            <translation>贵宾到场；联络员：{name}</translation>
        </message>
    </context>
    <context>
        <name>VerdictFoot</name>
        <message>
            <source>Seat</source>
            <translation>座位</translation>
        </message>
    </context>
    <context>
        <name>VerdictPanel</name>
        <message>
            <source>Waiting for a scan</source>
            <translation>等待扫描</translation>
        </message>
    </context>
    <context>
        <name>Verdicts</name>
        <message>
            <source>Do not let in yet</source>
            <translation>请先不要放行</translation>
        </message>
        <message>
            <source>Check the person</source>
            <translation>请核对本人</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>请嘉宾稍候</translation>
        </message>
        <message>
            <source>Ask the supervisor</source>
            <translation>请找主管</translation>
        </message>
        <message>
            <source>Show the way</source>
            <translation>请引导嘉宾</translation>
        </message>
        <message>
            <source>Scan the entry first</source>
            <translation>请先补扫入场</translation>
        </message>
        <message>
            <source>Scan again</source>
            <translation>请重新扫描</translation>
        </message>
        <message>
            <source>Let in by supervisor</source>
            <translation>主管放行</translation>
        </message>
        <message>
            <source>Not recorded</source>
            <translation>没有记录</translation>
        </message>
    </context>
    <context>
        <name>VersionMenu</name>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>{version}: not made yet</source>
            <translation>第{version}版，尚未生成</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>{version}: {made} {by}</source>
            <translation>第{version}版 {made} {by}</translation>
        </message>
        <message>
            <source>{version}, printed</source>
            <translation>{version}，已印</translation>
        </message>
        <message>
            <source>{version}, frozen</source>
            <translation>{version}，已冻结</translation>
        </message>
    </context>
    <context>
        <name>VipBar</name>
        <message>
            <source>and {count} more</source>
            <translation>另有{count}位</translation>
        </message>
        <message>
            <source>liaison: {name}</source>
            <translation>联络员：{name}</translation>
        </message>
        <message>
            <source>VIPs just arrived</source>
            <translation>贵宾刚到</translation>
        </message>
        <message>
            <source>Got it</source>
            <translation>知道了</translation>
        </message>
    </context>
    <context>
        <name>VipCard</name>
        <message>
            <source>{here} here, {missing} missing</source>
            <translation>到{here}，未到{missing}</translation>
        </message>
        <message>
            <source>No VIP is expected here.</source>
            <translation>这里没有应到的贵宾。</translation>
        </message>
        <message>
            <source>Every VIP is here.</source>
            <translation>贵宾全部到场。</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>未到</translation>
        </message>
        <message>
            <source>Missing only</source>
            <translation>只看未到</translation>
        </message>
    </context>
    <context>
        <name>WalkInPanel</name>
        <message>
            <source>Register at the door</source>
            <translation>现场登记</translation>
        </message>
        <message>
            <source>Put away (Esc)</source>
            <translation>收起（Esc）</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>职务</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Register and check in</source>
            <translation>登记并签到</translation>
        </message>
        <message>
            <source>On the list already? Enter checks in without registering</source>
            <translation>名单上已有同名？回车直接签到，不必登记</translation>
        </message>
        <message>
            <source>Guests of that name; Enter checks in</source>
            <translation>同名嘉宾，回车签到</translation>
        </message>
    </context>
    <context>
        <name>WhatChooser</name>
        <message>
            <source>What to print</source>
            <translation>打印什么</translation>
        </message>
    </context>
    <context>
        <name>WishForm</name>
        <message>
            <source>All categories</source>
            <translation>全部类别</translation>
        </message>
        <message>
            <source>All activities</source>
            <translation>全部活动</translation>
        </message>
        <message>
            <source>All contracts</source>
            <translation>全部项目</translation>
        </message>
        <message>
            <source>Not printed yet</source>
            <translation>未印过的</translation>
        </message>
        <message>
            <source>All, printed ones too</source>
            <translation>全部，含印过的</translation>
        </message>
        <message>
            <source>What suits each guest</source>
            <translation>按嘉宾自动选用</translation>
        </message>
        <message>
            <source>A4, in the contract&apos;s languages</source>
            <translation>A4，随项目文种</translation>
        </message>
        <message>
            <source>A layout of one&apos;s own…</source>
            <translation>自备版式…</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>活动</translation>
        </message>
        <message>
            <source>Slate</source>
            <translation>清单</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Stacks</source>
            <translation>分组</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Only</source>
            <translation>只印</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>版式</translation>
        </message>
        <message>
            <source>Whole phone numbers only for a purpose</source>
            <translation>填写用途才印全号</translation>
        </message>
        <message>
            <source>Purpose of whole phone numbers</source>
            <translation>印电话全号的用途</translation>
        </message>
        <message>
            <source>From the hall</source>
            <translation>观众视角</translation>
        </message>
        <message>
            <source>From the stage</source>
            <translation>台上视角</translation>
        </message>
        <message>
            <source>All slates</source>
            <translation>全部清单</translation>
        </message>
        <message>
            <source>All batches</source>
            <translation>全部批次</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>视角</translation>
        </message>
    </context>
    <context>
        <name>WizardFoot</name>
        <message>
            <source>{count} new</source>
            <translation>新增 {count}</translation>
        </message>
        <message>
            <source>{count} changed</source>
            <translation>变更 {count}</translation>
        </message>
        <message>
            <source>The rest stays as it is</source>
            <translation>其余不动</translation>
        </message>
        <message>
            <source>One undo takes it back</source>
            <translation>应用后可一次撤销</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Import {count}</source>
            <translation>应用{count}项</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>{count} doubles</source>
            <translation>疑似重复 {count}</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Enter</translation>
        </message>
        <message>
            <source>{count} missing to cancelled</source>
            <translation>消失{count}人标为取消</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Guest</source>
            <translation>嘉宾</translation>
        </message>
        <message>
            <source>Delegate</source>
            <translation>代表</translation>
        </message>
        <message>
            <source>Exhibitor</source>
            <translation>参展商</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>媒体</translation>
        </message>
        <message>
            <source>Signatory</source>
            <translation>签约代表</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
        <message>
            <source>Proposed</source>
            <translation>拟邀</translation>
        </message>
        <message>
            <source>Invited</source>
            <translation>已邀</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>谢绝</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待审</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>不通过</translation>
        </message>
        <message>
            <source>Surname strokes</source>
            <translation>姓氏笔画</translation>
        </message>
        <message>
            <source>Full-name strokes</source>
            <translation>姓名笔画</translation>
        </message>
        <message>
            <source>Pinyin</source>
            <translation>拼音</translation>
        </message>
        <message>
            <source>Precedence</source>
            <translation>礼宾次序</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国别</translation>
        </message>
        <message>
            <source>As arranged</source>
            <translation>手工排序</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>贵宾</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
    </context>
    <context>
        <name>WordsCard</name>
        <message>
            <source>Then: </source>
            <translation>随后：</translation>
        </message>
        <message>
            <source>Host&apos;s words</source>
            <translation>主持词</translation>
        </message>
        <message>
            <source>Readings stand above names that are easily misread</source>
            <translation>易错字注音</translation>
        </message>
        <message>
            <source>Nothing is read in this step.</source>
            <translation>这一步没有主持词。</translation>
        </message>
        <message>
            <source>Smaller words</source>
            <translation>缩小主持词</translation>
        </message>
        <message>
            <source>Larger words</source>
            <translation>放大主持词</translation>
        </message>
    </context>
    <context>
        <name>WordsPart</name>
        <message>
            <source>to look at</source>
            <translation>要核对</translation>
        </message>
        <message>
            <source>readings open</source>
            <translation>读音待确认</translation>
        </message>
        <message>
            <source>own words</source>
            <translation>已改写</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <source>The words were written: {step}</source>
            <translation>主持词已改写：{step}</translation>
        </message>
        <message>
            <source>The usual words again: {step}</source>
            <translation>已用回自动主持词：{step}</translation>
        </message>
        <message>
            <source>{name} is read {reading}.</source>
            <translation>{name}读作{reading}。</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>主持词</translation>
        </message>
        <message>
            <source>Readings</source>
            <translation>读音</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示什么</translation>
        </message>
        <message>
            <source>Steps in which the host reads</source>
            <translation>要念主持词的环节</translation>
        </message>
        <message>
            <source>Smaller words</source>
            <translation>字小一些</translation>
        </message>
        <message>
            <source>Larger words</source>
            <translation>字大一些</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
    </context>
    <context>
        <name>WordsView</name>
        <message>
            <source>Still to be filled in: {gap}</source>
            <translation>还没填：{gap}</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>改写</translation>
        </message>
        <message>
            <source>Back to the usual words</source>
            <translation>用回自动主持词</translation>
        </message>
        <message>
            <source>Ctrl+Enter keeps it, Esc leaves it as it was. Readings come by themselves.</source>
            <translation>Ctrl+Enter保存，Esc放弃。读音会自动标上。</translation>
        </message>
        <message>
            <source>The host&apos;s words</source>
            <translation>主持词</translation>
        </message>
        <message>
            <source>Written by the office; changes of the batch do not reach it</source>
            <translation>已由本处改写；批次再改不会跟着变</translation>
        </message>
        <message>
            <source>Made from the batch; follows every change</source>
            <translation>按批次自动生成，随改随变</translation>
        </message>
        <message>
            <source>Nothing is read here yet</source>
            <translation>这里还没有主持词</translation>
        </message>
    </context>
    <context>
        <name>ZoneSection</name>
        <message>
            <source>There is a zone of this letter: take another.</source>
            <translation>已有这个区号：请换一个。</translation>
        </message>
        <message>
            <source>{name} was taken away</source>
            <translation>{name}已删除</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>区名</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>展区类型</translation>
        </message>
        <message>
            <source>Places in it</source>
            <translation>展区内容</translation>
        </message>
        <message>
            <source>Places announced</source>
            <translation>公布个数</translation>
        </message>
        <message>
            <source>Add a zone</source>
            <translation>新增区域</translation>
        </message>
        <message>
            <source>Letter and word</source>
            <translation>区号和区名</translation>
        </message>
        <message>
            <source>Badges print both; there is room for {most} zones.</source>
            <translation>都印在证件上，最多 {most} 个区域。</translation>
        </message>
        <message>
            <source>Letter of the new zone</source>
            <translation>新区域的区号</translation>
        </message>
        <message>
            <source>Word of the new zone</source>
            <translation>新区域的区名</translation>
        </message>
        <message>
            <source>For example: 能源</source>
            <translation>例如：能源</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Zones</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>A letter stays: printed badges carry it. A zone in use cannot be taken away.</source>
            <translation>区号不能改：已印的证件上有它。在用的区域不能删除。</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Stands under the letter on badges; two characters are usual.</source>
            <translation>印在证件的区号下面，一般两个字。</translation>
        </message>
        <message>
            <source>Names the zone in the reconciliation table.</source>
            <translation>对账表里这样称呼它。</translation>
        </message>
        <message>
            <source>The halls or pavilions, parted by semicolons.</source>
            <translation>馆或展位，用分号隔开。</translation>
        </message>
        <message>
            <source>What was published; the reconciliation table shows it beside the places entered.</source>
            <translation>对外公布的个数，对账表把它与录入的并列。</translation>
        </message>
    </context>
    <context>
        <name>_NoBadgeDelegate</name>
        <message>
            <source>In {time}</source>
            <translation>{time}已到</translation>
        </message>
        <message>
            <source>Check in</source>
            <translation>签到</translation>
        </message>
    </context>
</TS>
